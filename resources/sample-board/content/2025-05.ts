import { action, formality, minuted, pause, topic, type Meeting } from '../meeting-content.ts'
import { board2025, forPart, pryce, redfern } from '../people.ts'

export const may2025: Meeting = {
  date: '2025-05-14',
  start: '09:30',
  end: '12:45',
  place: 'Foundry House, Stennick',
  secretary: pryce.name,
  agenda: {
    format: 'docx',
    timing: 'brackets',
    items: [
      formality('1', 'Welcome and apologies', 'Chair', 5),
      formality('2', 'Declarations of interest', 'Chair', 5),
      formality('3', 'Minutes of the meeting held on 9 April 2025 and actions arising', 'Chair', 10),
      topic('4', "Chief Executive's report", 'Daniel Averill', 25),
      topic('5', 'Visit to Oddenby Stores: what their branch managers told us', 'Owen Tarrant', 30),
      topic('6', 'Subscriber complaints and time to repair: first quarter', 'Owen Tarrant', 25),
      pause('Coffee', 15),
      topic('7', 'Finance report to 30 April', 'Priya Nandakumar', 25),
      topic('8', 'Wendle Valley build programme', 'Owen Tarrant', 25),
      topic('9', 'Health and safety: annual report', 'Daniel Averill', 15),
      topic('10', 'Report of the Audit Committee', 'Graham Lisle', 10),
      formality('11', 'Any other business', 'Chair', 5),
    ],
  },
  minutes: {
    format: 'docx',
    layout: 'classic',
    opened: '09:32',
    closed: '12:51',
    present: board2025,
    attending: [pryce, forPart(redfern, 'for items 5 and 6')],
    apologies: [],
    next: '2025-06-18',
    log: [],
    items: [
      minuted('1', ['The Chair welcomed the directors. There were no apologies for absence.']),
      minuted('2', ['No director declared an interest in the business of the meeting.']),
      minuted('3', [
        'The minutes of the meeting held on 9 April 2025 were approved as a correct record. All four actions had been completed and were removed from the log.',
      ]),
      minuted('4', [
        'Mr Averill introduced his report. The exchange at Port Hallow had been handed over by the contractor two weeks early, and the depot there would open on 2 June with eleven engineers. Recruitment of a successor to the Head of Planning was under way and three candidates had been seen.',
        'He reported that the telecoms regulator had opened a consultation on access to poles and ducts. Merrowgate would answer it together with two other regional builders, chiefly on the time allowed for safety inspections. Ms Soeder asked that the Board see the draft before it was sent.',
        action('DA', 'circulate the draft answer on poles and ducts', '2025-06-06'),
      ]),
      minuted('5', [
        'Mr Tarrant and Mr Redfern reported on the visit that they and Dr Balogun had made on 29 April to five branches of Oddenby Stores. Branch managers had been asked three questions: what the line was used for, what happened when it failed, and whom they rang. Every one of them had named the tills first, and four of the five had not known that Merrowgate had a service desk for business customers.',
        'The manager at Ashcombe had described a Saturday in March on which the tills were down for three hours. Her staff had rung the household number, waited forty minutes, and been told that the engineer would come on Monday. Dr Balogun said that it had been uncomfortable to hear and more useful than any report she had read since joining the Board.',
        'The Board discussed what the branches had said they needed: a named person to ring, a text message when a fault was found, and a spare path for the tills. It was AGREED that each Oddenby branch should be given a direct number and a named contact before the summer, and that Mr Redfern would go back to the same five managers in September to ask whether it had made a difference.',
        action('OT', 'give every Oddenby branch a direct number and a named contact', '2025-06-30'),
      ]),
      minuted('6', [
        'Mr Redfern presented complaints for the first quarter. Subscribers had made 6.1 complaints for every thousand lines, against 6.4 a year before. Almost half concerned appointments that were missed or moved without warning; very few concerned speed. He played a recording of a subscriber in Wendle who had taken three days off work for one repair.',
        'The average time to repair, counted from the moment the subscriber first rang, was 2.6 days. Mr Lisle observed that the figure shown to the Board in earlier years had been counted from the moment a fault was logged, which flattered it. The Board asked that only the time as the subscriber meets it be reported from now on.',
        'Dr Balogun asked why people in flats waited a day longer than people in houses. Mr Redfern said that they depended on a caretaker for access and that nobody told them so when the appointment was made. A line would be added to the booking message.',
        action('JR', 'tell subscribers in flats about access when an appointment is booked', '2025-06-18'),
      ]),
      minuted('7', [
        'Ms Nandakumar presented the finance report. Revenue for the four months was £15.9m against a budget of £16.0m, and earnings before interest, tax and depreciation were £4.8m, in line. Gross margin was 61.2%. Staff costs were £0.1m under budget because of vacancies in planning.',
        'Cash stood at £6.2m and net debt at 2.7 times earnings, against a covenant of 3.5 times. Capital spending was £0.4m behind budget through the timing of invoices at Port Hallow. The full-year forecast was unchanged at £48.6m of revenue and £15.1m of earnings. The report was NOTED.',
      ]),
      minuted('8', [
        'Mr Tarrant reported that 41 of the 68 kilometres of duct in the Wendle Valley were in the ground. Two farms on the upper road had not yet granted a wayleave, and the route might have to follow the old railway. The contractor had been asked to price both ways.',
        'Ms Soeder asked about rock at Hanger Bridge. Trial pits had shown it to be shallower than the survey had said, and a rock saw had been hired for July. The Board was content with the programme and asked for a map in the next report.',
      ]),
      minuted('9', [
        'The annual report on health and safety was received. There had been two reportable accidents in the year, both falls from steps, and none involving traffic. A near-miss scheme had been taken up well in the field teams and poorly in the warehouse. The Board thanked the safety representatives.',
      ]),
      minuted('10', [
        'Mr Lisle reported on the meeting of the Audit Committee held on 30 April. The committee had agreed the scope of the internal audit for the year and had reviewed the treatment of capitalised labour, with which the auditors were comfortable. Fees for the external audit had been settled at £142,000.',
      ]),
      minuted('11', ['There was no other business.']),
    ],
  },
  pack: null,
}
