import { actions, bullets, examplePlan, fromIdea, items, paragraph, text } from './build.ts'

type Written = Parameters<typeof examplePlan>[1]

const ABOUT_ME: Written = {
  'most-important.text': [
    paragraph('My dog Biscuit. Singing. My own front door.'),
    paragraph({ text: '“Don’t plan my week round the rota.”', italic: true }),
  ],
  'important-people.text': bullets(
    'Dad (Dennis, 70, lives near)',
    'Aunt Pilar (video on Sundays)',
    'Kofi (personal assistant)',
    'Wren from choir',
  ),
  'communication.text': text(
    'I speak; I need time. One question at a time. Pictures help. Yellow card means slow down.',
  ),
  'wellness.good-day': text('Up by nine, walk, sing.'),
  'wellness.bad-day': text('Noise, no sleep, I go quiet; that is not “fine”.'),
  'please-do.do': bullets('Do talk to me, not Dad.', 'Do ring first.'),
  'please-do.do-not': bullets('Do not move my things.', 'Do not say “placement”.'),
  'support-me.text': text('Mornings for tablets and breakfast; money on Fridays; I do evenings.'),
  'also-worth-knowing.text': text(
    'I worked in a bakery for six years.',
    'I have epilepsy; my last seizure was in January.',
  ),
}

const MY_PART: Written = {
  'living-map.have': items(
    { what: 'Mill Lane hall', kind: 'places', where: 'Mill Lane', note: 'Singing.' },
    { what: 'The bakery', kind: 'businesses' },
    { what: 'Wren', kind: 'people', where: 'Two doors down' },
  ),
  'living-map.want': text('To know who else bakes.'),
  'living-map.do': actions('living-map', {
    what: 'Ask at the lunch club in May',
    'who-else': 'Rosa and Kofi',
  }),
  'shared-power.have': items({ what: 'I choose my assistants' }),
  'shared-power.want': text('To say yes or no to rota changes first.'),
  'shared-power.do': actions('shared-power', { what: 'Write it into the agreement', 'who-else': 'Priya' }),
  'connection-test.have': items({ what: 'Choir', kind: 'groups', note: 'Choir passes.' }),
  'connection-test.want': text('Weekends that do too.'),
  'connection-test.do': actions('connection-test', { what: 'Drop the agency that sends a new face each time' }),
  'social-value.want': text('My support money spent near home.'),
  'social-value.do': actions('social-value', { what: 'Buy the seizure alarm fitting from Bashir’s crew' }),
  'community-enterprise.have': items({ what: 'Two micro-providers nearby', kind: 'businesses' }),
  'community-enterprise.want': text('A night out on Saturdays.'),
  'community-enterprise.do': actions('community-enterprise', { what: 'Meet both, choose one' }),
  'shared-ownership.want': text('To help run the hall kitchen.'),
  'shared-ownership.do': actions('shared-ownership', {
    what: 'Come to the lease meeting in June',
    'who-else': 'Rosa',
  }),
  'neighbourhoods.have': items({ what: 'Number 14 holds my key', kind: 'people', where: 'Number 14' }),
  'neighbourhoods.want': text('To know the other stair.'),
  'neighbourhoods.do': actions('neighbourhoods', { what: 'Bring scones round' }),
  'everyone-included.have': items({ what: 'Yellow card' }, { what: 'Pictures' }),
  'everyone-included.want': text('In my way: the bus stop on the hill.'),
  'everyone-included.do': actions('everyone-included', { what: 'Ask for the low stop again' }),
  'shared-story.want': text('“I sing, I bake, I have my own front door.” Everyone works to that.'),
  'social-action.have': items({ what: 'Bread for the stair' }, { what: 'Two timebank hours a month' }),
  'social-action.want': text('I want back: someone to walk Biscuit when I am ill.'),
}

const STRENGTHS_AND_CIRCLE: Written = {
  'strengths.strengths': items(
    { what: 'Knows 200 songs' },
    { what: 'Makes friends fast' },
    { what: 'Bakes for the whole stair' },
  ),
  'circle.people': items(
    { name: 'Dennis', connection: 'My dad. He is 70 and lives near.', does: 'Every night call', sees: 'Everything' },
    { name: 'Aunt Pilar', connection: 'My aunt', does: 'Helps with the account', reach: 'Video on Sundays' },
    { name: 'Kofi', connection: 'My personal assistant', does: 'Explains', sees: 'Everything' },
    { name: 'Wren', connection: 'From choir. Two doors down.', does: 'Checks it is my choice' },
    { name: 'Priya', connection: 'My social worker' },
  ),
}

const WHAT_WILL_HAPPEN: Written = {
  'working.working': bullets('Choir', 'Kofi'),
  'working.not-working': bullets(
    'Different agency staff at weekends',
    'Bus stop at the hill',
    'Dad does every night call',
  ),
  'goals.goals': items(
    {
      what: 'A paid Saturday job baking',
      importance: 10,
      know: 'First payslip',
      'served-by': ['actions-actions-1'],
      confidence: 6,
    },
    {
      what: 'Weekends with people I know',
      importance: 9,
      know: 'Two faces, not nine',
      'served-by': ['actions-actions-2', 'actions-actions-3'],
      confidence: 7,
    },
    {
      what: 'Dad sleeps',
      importance: 7,
      'served-by': ['actions-actions-4', 'actions-actions-5'],
    },
  ),
  'actions.actions': [
    ...actions(
      null,
      { what: 'Trial shift at Mill Lane café', 'who-else': 'Rosa and Kofi', by: '2027-06-14' },
      { what: 'Direct payment to hire a second assistant', 'who-else': 'Rosa interviews' },
      { what: 'Confirm the budget', 'who-else': 'Priya (social worker)', by: '2027-05-30' },
    ),
    ...fromIdea('keyring-networks', actions(null, { what: 'Night-call rota with Wren and the KeyRing-style network' })),
    ...actions(null, { what: 'Seizure alarm trial' }),
  ],
  'money.money': items(
    { what: 'Personal budget', kind: 'personal-budget', amount: '£212', 'how-often': 'week' },
    {
      what: 'The part paid to me',
      kind: 'direct-payment',
      amount: '£96',
      'how-often': 'four-weeks',
      'helper-else': 'Pilar helps with the account',
    },
  ),
}

const KEEPING_IN_CONTROL: Written = {
  'if-things-change.contingencies': items(
    {
      trigger: 'Two bad nights, missed tablets, humming stops',
      'should-happen': 'Quiet room, ring Kofi, then Dad, then the clinic line.',
      'contact-else': 'Kofi, then Dad, then the clinic line',
    },
    { trigger: 'Seizure over five minutes', 'should-happen': '999', 'contact-else': '999' },
  ),
  'if-things-change.carer-emergency': items({
    trigger: 'Dad is ill',
    'should-happen': 'Pilar stays (she has agreed); Biscuit goes to Wren; key with number 14.',
    'contact-else': 'Pilar',
  }),
  'my-carer.carer': text('Dennis has his own plan; he shares only “nights”.'),
  'how-i-decide.deciding': text('I decide. No advocate wanted today; ask again at review.'),
  'how-i-decide.helpers': items(
    { name: 'Kofi', does: 'Kofi explains' },
    { name: 'Wren', does: 'Wren checks it is my choice' },
  ),
  'who-sees-what.readers': items(
    { name: 'Me', sees: 'everything' },
    { name: 'Dad', sees: 'everything' },
    { name: 'Kofi', sees: 'everything' },
    { name: 'Café', sees: 'some', which: 'Goal 1 only' },
    { name: 'GP', sees: 'some', which: 'Wellness, contingency' },
  ),
  'not-agreed.disagreements': items({
    what: 'A door sensor',
    views: 'Priya wants a door sensor; Rosa says no.',
    next: 'Kept as no; talk again in August',
  }),
  'review.reviews': items(
    { what: 'Check at six weeks', when: '2027-07-02' },
    { what: 'Review', when: '2027-11-20', 'who-else': 'Priya', chair: 'Rosa chairs' },
  ),
}

/** The worked support plan: a made-up person. */
export const rosaTillingham = examplePlan('support', {
  ...ABOUT_ME,
  ...MY_PART,
  ...STRENGTHS_AND_CIRCLE,
  ...WHAT_WILL_HAPPEN,
  ...KEEPING_IN_CONTROL,
})
