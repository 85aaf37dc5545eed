import { actions, examplePlan, fromIdea, items, text } from './build.ts'

/** The worked area plan: a made-up town, after the second of its three sessions. */
export const brackenfordEast = examplePlan('area', {
  'place.where': text('Brackenford East.'),
  'place.edges': text('Residents redrew the line: Canal Cottages belong with us.'),
  'our-story.story': text(
    'In Brackenford East, nobody has to be in crisis to be noticed. We know our neighbours, we can get a bit of help and give a bit back, and when we need more, we choose it.',
  ),
  'power.decide': text('£18,000 neighbourhood fund, use of Mill Lane hall.'),
  'power.advise': text('Home-care contract.'),
  'power.cannot-change': text('Eligibility rules.'),
  'who-takes-part.taken-part': items({ who: '21 people', how: 'Session 2 of 3' }),
  'who-takes-part.not-yet': items(
    { who: 'Young carers', how: 'Evening at the youth club' },
    { who: 'Polish speakers', how: 'Paid interpreter' },
    { who: 'Anyone housebound', how: 'Doorstep cards' },
  ),

  'living-map.have': items(
    { what: '43 groups', kind: 'groups' },
    { what: 'Mill Lane hall', kind: 'places', where: 'Mill Lane', note: 'Empty Monday to Wednesday.' },
    { what: 'Bashir’s garage crew', kind: 'businesses' },
    { what: 'Three British Sign Language users willing to teach', kind: 'people' },
  ),
  'living-map.want': text('One list that is right.'),
  'living-map.do': actions(
    'living-map',
    { what: 'Map-walk', 'who-else': 'Wren and Tobias', by: '2027-05-09' },
    { what: 'Each street names a keeper' },
  ),
  'living-map.know': items({
    what: 'Entries on the list have been checked',
    hoped: '8 in 10 entries checked by October',
  }),

  'shared-power.have': items({ what: 'Carers’ forum', kind: 'groups' }),
  'shared-power.want': text('A joint say on the fund.'),
  'shared-power.do': actions('shared-power', {
    what: 'Two co-chairs by June',
    'who-else': 'Nadia (lives here) and Graham (council)',
  }),
  'shared-power.know': items({ what: 'Decisions that residents changed', hoped: 'Two decisions residents changed' }),

  'connection-test.have': items(
    { what: 'Lunch club', kind: 'groups', note: 'Passes.' },
    { what: '15-minute tea calls', kind: 'services', note: 'Fails. “I never see the same face”, Edith.' },
  ),
  'connection-test.do': actions('connection-test', { what: 'Try a team of four carers for two streets' }),
  'connection-test.know': items({ what: 'People can name their carer' }),

  'social-value.want': text('The contractor hires locally.'),
  'social-value.do': actions('social-value', { what: 'Add two promises to the July grant form' }),
  'social-value.know': items({ what: 'Promises published each April' }),

  'community-enterprise.have': items({ what: 'Two micro-providers', kind: 'businesses' }),
  'community-enterprise.want': text('Someone for Saturday nights out.'),
  'community-enterprise.do': actions('community-enterprise', { what: 'Enterprise coach, three starters' }),
  'community-enterprise.know': items({ what: 'Choices for the weekend', hoped: 'Four choices for every weekend' }),

  'shared-ownership.want': text('Two paid peer roles.'),
  'shared-ownership.do': actions('shared-ownership', { what: 'Ask for a 10-year lease on the hall' }),
  'shared-ownership.know': items({ what: 'Lease signed' }, { what: 'Peers in post a year' }),

  'neighbourhoods.have': items({
    what: 'Canal Cottages',
    kind: 'places',
    note: 'Residents redrew the line: Canal Cottages belong with us.',
  }),
  'neighbourhoods.do': fromIdea(
    'local-area-coordination',
    actions('neighbourhoods', { what: 'Local Area Coordinator based at the launderette' }),
  ),
  'neighbourhoods.know': items({ what: 'First-name hellos', hoped: '200 first-name hellos' }),

  'everyone-included.want': text('Missing today: young carers, Polish speakers, anyone housebound.'),
  'everyone-included.do': actions(
    'everyone-included',
    { what: 'Doorstep cards' },
    { what: 'Evening at the youth club' },
    { what: 'Paid interpreter' },
  ),
  'everyone-included.know': items({ what: 'Who took part matches who lives here' }),

  'shared-story.want': text('The outcome we all count: “I have someone to ring at 9pm.”'),
  'shared-story.know': items({
    what: '“I have someone to ring at 9pm.”',
    how: 'Asked of 100 people each spring',
    today: '52',
  }),

  'social-action.have': items({ what: '60 timebank hours a month', kind: 'groups' }),
  'social-action.do': actions('social-action', { what: 'Pay bus fares' }, { what: 'Carers’ break swap' }),
  'social-action.know': items({ what: 'Helpers say it feels fair' }),

  'not-agreed.disagreements': items({
    what: 'Charging groups for the hall',
    views: '14 for, 5 against, 2 unsure. The timebank says a fee would close it.',
    next: 'Back on 3 June',
    when: '2027-06-03',
  }),
})
