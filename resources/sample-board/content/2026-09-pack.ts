import { bullets, heading, table, text, type Paper } from '../meeting-content.ts'

export const packSeptember2026: Paper[] = [
  {
    number: '3',
    reference: 'Paper 1',
    title: 'Customer Council: first report',
    author: 'The members of the Customer Council',
    sponsor: 'Amara Whitlock, Customer Director',
    cover: [
      ['Purpose', 'For discussion and decision'],
      ['Recommendation', 'That the five requests are answered in writing and the terms approved.'],
      ['Financial implications', 'Expenses of members, £9,000 a year.'],
      ['Customer implications', 'This paper was written by customers.'],
    ],
    body: [
      heading('Who we are'),
      text(
        'We are twelve subscribers and four people from businesses that Merrowgate calls accounts. We were drawn by lot from 640 who said that they would be willing. The youngest of us is nineteen and the oldest eighty-three. Five of us had thought of leaving in the last year and one of us had left and come back.',
      ),
      heading('What we talked about'),
      text(
        'We met at Saltby on 14 July and at Wendle on 3 September. At the first meeting each of us told the story of a good day and a bad day with Merrowgate. The bad days were nearly all the same: something broke, nobody said anything, and then a letter came about money. The good days were all about a person.',
      ),
      heading('What we ask'),
      bullets(
        'Tell us before you dig in our street, and tell us when it will be put right.',
        'Give us the name of the engineer who is coming, and let it be the one who comes.',
        'Do not send a bill in the week in which the line has failed.',
        'Answer a letter once, properly, and let the person who answers it put it right.',
        'Let a neighbour report a fault for somebody who cannot.',
      ),
      text(
        'We have argued about whether to ask for lower prices. Most of us would rather have the five things above. Two of us would not, and we said that we would write that down.',
      ),
    ],
  },
  {
    number: '4',
    reference: 'Paper 2',
    title: 'First weeks of the Customer Director',
    author: 'Amara Whitlock, Customer Director',
    sponsor: 'Amara Whitlock',
    cover: [
      ['Purpose', 'For discussion'],
      ['Recommendation', 'That the Board agrees the goal and the three priorities.'],
      ['Financial implications', 'Within the budget agreed in May.'],
      ['Customer implications', 'Set out for households, small businesses and large accounts.'],
    ],
    body: [
      text(
        'I spent my first six weeks out of the office. I rode with engineers for six days, listened to calls for three, sat with billing for two, and visited eleven households and three large accounts. Everybody whom I met in the company works hard for customers. Nobody had been asked to look at the whole.',
      ),
      table(
        'What customers told me they need, and what they get',
        [0.22, 0.4, 0.38],
        ['Who', 'What they need', 'What they get today'],
        [
          [
            'Households',
            'To be told, and an appointment that is kept',
            'A message in 74 cases of 100 within the hour',
          ],
          ['Small businesses', 'To be back before opening time', 'The same queue as households'],
          [
            'Large accounts',
            'One person who knows their work and stays',
            'A named person in six of the ten largest',
          ],
        ],
      ),
      text(
        'Stennick Dairies was due to renew in September. Their office manager asked for one thing: that the engineer who built the ring should be the one to look after it. He will be. They have renewed for four years. At Hallowmere Hospitals the map kept for us at the reception desk is now in our own system.',
      ),
      text(
        'I also read two hundred letters from the last two years. In four out of five the first answer would have been enough if somebody had had the right to put the matter right. I have asked for that right for every agent, up to £50 and without a form, and from 1 September they have it. It has cost £3,100 so far, and eleven people have written to say that they stayed because of it.',
      ),
      text(
        'My goal is that by next summer eight in ten of those who have had a fault would choose us again. In the spring it was five in ten; over the summer it was a little over six. The three priorities are to keep appointments, to put small businesses in a queue of their own, and to fill the four empty places beside our largest accounts.',
      ),
    ],
  },
  {
    number: '5',
    reference: 'Paper 3',
    title: 'Complaints: what has changed',
    author: 'Joss Redfern, Head of Subscriber Care',
    sponsor: 'Amara Whitlock, Customer Director',
    cover: [
      ['Purpose', 'For discussion'],
      ['Recommendation', 'That the Board notes the fall in complaints and where it has not been felt.'],
      ['Financial implications', 'Goodwill credits down by £40,000.'],
      ['Customer implications', 'Set out below.'],
    ],
    body: [
      table(
        'What subscribers met with',
        [0.46, 0.18, 0.18, 0.18],
        ['Measure', 'Jan to Mar', 'Apr to Jun', 'Jul and Aug'],
        [
          ['Complaints for every thousand lines', '10.2', '9.1', '7.1'],
          ['Days to repair, from the first call', '4.6', '3.8', '2.9'],
          ['Appointments kept', '79%', '85%', '92%'],
          ['Complaints closed with a call', '45%', '71%', '99%'],
          ['Would choose us again after a fault', '51%', '56%', '63%'],
        ],
      ),
      text(
        'Ringing everybody who complains has changed what we hear. People tell us things on the telephone that they do not put in a form: a carer who cannot be in for a window of five hours, a shop that loses its card reader on market day. Forty-four suggestions made in these calls have been carried out.',
      ),
      text(
        'The fall has not been felt everywhere. In four streets of Saltby there have been three faults since May. People there say that each repair is polite and that none of them lasts. The cable is to be replaced in October, and I shall call on them before and after.',
      ),
    ],
  },
  {
    number: '6',
    reference: 'Paper 4',
    title: "Chief Executive's report",
    author: 'Daniel Averill, Chief Executive',
    sponsor: 'Daniel Averill',
    cover: [],
    body: [
      heading('Network and build'),
      text(
        'The last duct in the Wendle Valley was laid on 4 September and the contractor leaves the site at the end of the month. The second power feed at Port Hallow is half built. Flood doors were fitted in July.',
      ),
      heading('Organisation'),
      text(
        'The areas of the field teams have been drawn from the ducts that each engineer knows. Overtime is down by a third. Eight apprentices started on 1 September. Turnover for twelve months is 9%, from 13% at Christmas.',
      ),
      heading('Regulation'),
      text(
        'The ten-day limit on inspections of poles takes effect on 1 October. Our plan for withdrawing copper has been published; 2,100 lines remain.',
      ),
    ],
  },
  {
    number: '7',
    reference: 'Paper 5',
    title: 'Half-year results and forecast',
    author: 'Priya Nandakumar, Chief Financial Officer',
    sponsor: 'Priya Nandakumar',
    cover: [
      ['Purpose', 'For decision'],
      ['Recommendation', 'That the half-year results are approved for release.'],
      ['Financial implications', 'As set out.'],
    ],
    body: [
      table(
        'Half-year and forecast, £m',
        [0.4, 0.15, 0.15, 0.15, 0.15],
        ['Line', 'Half-year', 'Last year', 'Forecast', 'June view'],
        [
          ['Revenue', '21.8', '23.8', '44.2', '43.9'],
          ['Gross margin', '12.7', '14.6', '25.9', '25.7'],
          ['Operating costs', '7.1', '7.5', '14.0', '14.0'],
          ['Earnings', '5.6', '7.1', '11.9', '11.7'],
        ],
      ),
      text(
        'Net debt is 3.3 times earnings against a limit of 4.0. Cash was £4.0m at the end of August and the revolving facility is drawn by £3.0m. Two thirds of the interest is hedged until 2028.',
      ),
      text(
        'The forecast is £0.2m higher in earnings because disconnections were 1.2% in August, against 1.6% assumed, and because Hallowmere Hospitals was billed on time. No allowance has been made for further improvement.',
      ),
    ],
  },
  {
    number: '8',
    reference: 'Paper 6',
    title: 'Wendle Valley: completion and second phase',
    author: 'Owen Tarrant, Chief Operating Officer',
    sponsor: 'Owen Tarrant',
    cover: [
      ['Purpose', 'For discussion'],
      ['Recommendation', 'That a costed plan for the second phase is brought in December.'],
      ['Financial implications', 'First phase £14.9m, £0.7m above the first estimate.'],
    ],
    body: [
      text(
        'All 68 kilometres are in the ground. Rock at Hanger Bridge, the gas main at the Orrin and two winters cost £0.7m more than was first estimated. Reinstatement of verges will be inspected by the council in October.',
      ),
      text(
        'The teams learned three things for the next phase: dig trial pits twice as often in the upper valley, ask every farm about old drains, and book the harbour authority a season ahead. The contractor has offered to keep one crew on the same terms until March if it is told by the end of November.',
      ),
      text(
        'A second phase of 22 kilometres would reach Upper Hanger and the Fold farms. Two routes are possible: along the old railway, which is longer but dry, or beside the beck. Surveyors will walk both before the winter.',
      ),
    ],
  },
]
