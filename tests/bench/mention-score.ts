import { scoreMentions } from '../unit/customers/mention-score.ts'

// Prints how well customers are found in the passages of tests/unit/customers: npm run mentions
const score = scoreMentions()
const { wrong, missed, insideWords, ...figures } = score
console.log(JSON.stringify({ ...figures, insideWords: insideWords.length }, null, 2))
for (const line of wrong) console.log(`wrong   ${line}`)
for (const line of missed) console.log(`missed  ${line}`)
