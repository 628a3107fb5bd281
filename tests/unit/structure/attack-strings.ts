/** What a careless regex backs up over, each repeated to any size: the seeds of the hostile documents. */
export const ATTACK_SEEDS: Record<string, string> = {
  spaces: ' ',
  tabs: 'a\t',
  dashes: '-',
  'long dashes': '–',
  dots: '.',
  'spaced dots': '. ',
  digits: '1',
  'digit groups': '1.',
  colons: '1:',
  slashes: '1/',
  'open brackets': '(',
  'bracket pairs': '()',
  'nested brackets': '([{',
  'bracketed times': '(10:00 ',
  quotes: '"\'’“',
  stars: '**',
  underscores: '_',
  capitals: 'A',
  words: 'word ',
  'capital words': 'Word ',
  'capital letters spaced': 'A ',
  moved: 'Moved by ',
  'moved and seconded': 'Moved by A Bell, seconded by ',
  resolved: 'RESOLVED that ',
  'it was agreed': 'It was agreed that ',
  action: 'ACTION: ',
  'action owner': 'Action – AB to ',
  'present list': 'Present: ',
  'name pairs': 'Ann Bell, ',
  'names with roles': 'Ann Bell (Chair), ',
  apologies: 'Apologies ',
  'apologies from': 'Apologies were received from ',
  minutes: '5 min ',
  ranges: '10:00-',
  'time stamps': '00:00:00 ',
  'month names': 'May ',
  dates: '1/1/',
  by: ' by A',
  due: ' by 30 April',
  romans: 'IVX. ',
  bullets: ' • ',
  links: '[a](b',
  attributes: '[a]{.b ',
  pipes: '| ',
  'numbered run': '1. A 2. B ',
  'of the': 'of the ',
  tags: '<v a',
  html: '<!-- ',
  'combining marks': 'e\u0301',
  'right to left': '\u05d0\u05d1 \u202e',
  'zero width': 'a\u200b',
  'lone surrogates': '\ud83d',
  emails: 'a@a.',
  agenda: 'Agenda item ',
  pages: 'page 1 of ',
}

/** The seed repeated to `size` characters: in one line, and in lines of 400 under a head. */
export function attackTexts(seed: string, size: number): { shape: string; text: string }[] {
  const line = seed.repeat(Math.ceil(size / seed.length)).slice(0, size)
  const cut = (width: number) => line.replace(new RegExp(`([^]{${width}})`, 'g'), '$1\n')
  return [
    { shape: 'one line', text: line },
    { shape: 'lines', text: `Board minutes\n\n${cut(400)}` },
    { shape: 'short lines', text: `Minutes of the board\n\n${cut(60)}` },
    { shape: 'paragraphs', text: `Board agenda\n\n${cut(90).replaceAll('\n', '\n\n')}` },
    {
      shape: 'table',
      text: `Board minutes\n\n${cut(80)
        .split('\n')
        .map((row) => `| ${row.replaceAll('|', '/')} | ${row.slice(0, 12).replaceAll('|', '/')} | AB |`)
        .join('\n')}`,
    },
  ]
}
