import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { actionWords } from '../actions-of.ts'
import { boxesOf, type Field } from '../catalogue.ts'
import { pictureOf } from '../easy/pictures.ts'
import { IDEAS } from '../ideas.ts'
import type { BoxContent, CellValue, Plan } from '../plan.ts'
import { readPlan } from '../read-plan.ts'
import { SHAPES } from '../shapes.ts'
import { TEMPLATES } from '../templates.ts'
import { writePlan } from '../write-plan.ts'
import { actions, examplePlan, text } from './build.ts'
import { EXAMPLES } from './index.ts'

const everyItem = (plan: Plan) =>
  Object.entries(plan.boxes).flatMap(([key, box]) =>
    box.type === 'list' ? box.items.map((item) => ({ key, shape: SHAPES[box.shape], item })) : [],
  )

const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(wordsIn)
}

const fits = (field: Field, value: CellValue): boolean => {
  switch (field.type) {
    case 'words':
      return typeof value === 'string' && value.trim() !== ''
    case 'choice':
      return field.options.some((option) => option.id === value)
    case 'date':
      return typeof value === 'string' && new Date(value).toISOString().startsWith(value)
    case 'scale':
      return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10
    case 'features':
    case 'actions':
      return Array.isArray(value) && value.length > 0
    case 'picture':
      return pictureOf(String(value)) !== undefined
    case 'people':
      return false // nobody is in a plan before it is copied: people are named in words
  }
}

const itemsOf = (plan: Plan, key: string) => {
  const box: BoxContent | undefined = plan.boxes[key]
  return box?.type === 'list' ? box.items.map((item) => item.cells) : []
}

describe.each(Object.entries(EXAMPLES))('the example %s', (_, { plan }) => {
  it('[PLAN-61] has every box of its kind, each item with known fields and choices, each id once', () => {
    expect(Object.keys(plan.boxes)).toEqual([...boxesOf(TEMPLATES[plan.kind]).keys()])
    const found = everyItem(plan)
    expect(new Set(found.map(({ item }) => item.id)).size).toBe(found.length)
    for (const { key, shape, item } of found) {
      expect(item.cells[shape.fields[0]?.id ?? ''], `${key} names its item`).toBeTruthy()
      for (const [id, value] of Object.entries(item.cells)) {
        const field = shape.fields.find((each) => each.id === id)
        expect(field && fits(field, value), `${key}.${id}: ${value}`).toBe(true)
      }
      if (item.origin) expect(IDEAS.map((idea) => ({ from: 'idea', idea: idea.id }))).toContainEqual(item.origin)
    }
  })

  it('[PLAN-61] reads the same from a document as it was written', () => {
    const doc = new Y.Doc()
    writePlan(doc, plan)
    expect(readPlan(doc, plan.kind)).toEqual(plan)
  })

  it('[PLAN-62] leaves out how it was agreed, and the answers to the tests', () => {
    const words = wordsIn(plan.boxes).join('\n')
    expect(words).not.toMatch(/I agree|sealed|it sounds like me|Easy Read|informed|not sure/i)
  })
})

describe('the builder of examples', () => {
  it('[PLAN-61] refuses boxes that are not there, and what does not fit a box', () => {
    expect(() => examplePlan('area', { 'goals.goals': [] })).toThrow('no box goals.goals')
    expect(() => examplePlan('area', { 'living-map.want': actions(null, { what: 'x' }) })).toThrow('is text')
    expect(() => examplePlan('area', { 'living-map.do': text('x') })).toThrow('is a list')
  })
})

const AREA_FACTS = `nobody has to be in crisis to be noticed|we can get a bit of help and give a bit back
when we need more, we choose it|£18,000 neighbourhood fund|use of Mill Lane hall|Home-care contract|Eligibility rules
21 people|Session 2 of 3|43 groups|Empty Monday to Wednesday|Bashir’s garage crew|Three British Sign Language users
One list that is right|Map-walk|Wren and Tobias|Each street names a keeper|8 in 10 entries checked by October
Carers’ forum|joint say on the fund|by June|Nadia (lives here) and Graham (council)|Two decisions residents changed|Lunch club
Passes|Fails|15-minute tea calls|I never see the same face|team of four carers for two streets|name their carer
contractor hires locally|two promises to the July grant form|Promises published each April|Two micro-providers
Saturday nights out|Enterprise coach, three starters|Four choices for every weekend|10-year lease on the hall
Two paid peer roles|Lease signed|Peers in post a year|Residents redrew the line: Canal Cottages belong with us
Local Area Coordinator based at the launderette|200 first-name hellos
Missing today: young carers, Polish speakers, anyone housebound|Doorstep cards|Evening at the youth club
Paid interpreter|Who took part matches who lives here|I have someone to ring at 9pm|Asked of 100 people each spring|52
60 timebank hours a month|Pay bus fares|Carers’ break swap|Helpers say it feels fair|Charging groups for the hall
14 for, 5 against, 2 unsure|a fee would close it|Back on 3 June`

const ROSA_FACTS = `My dog Biscuit. Singing. My own front door.|Don’t plan my week round the rota.|Dennis, 70, lives near
video on Sundays|Kofi (personal assistant)|Wren from choir|I speak; I need time. One question at a time.|Pictures help
Yellow card means slow down|Up by nine, walk, sing|Noise, no sleep, I go quiet; that is not “fine”|talk to me, not Dad
ring first|not move my things|not say “placement”|Mornings for tablets and breakfast|money on Fridays|I do evenings
bakery for six years|epilepsy; my last seizure was in January|Mill Lane hall|Two doors down|who else bakes
Ask at the lunch club in May|I choose my assistants|yes or no to rota changes first|Write it into the agreement|Choir passes
Weekends that do too|Drop the agency that sends a new face each time|support money spent near home
seizure alarm fitting from Bashir’s crew|Two micro-providers nearby|night out on Saturdays|Meet both, choose one
help run the hall kitchen|Come to the lease meeting in June|Number 14 holds my key|the other stair|Bring scones round
the bus stop on the hill|Yellow card|Ask for the low stop again|I sing, I bake, I have my own front door
Everyone works to that|Bread for the stair|Two timebank hours a month|someone to walk Biscuit when I am ill
Knows 200 songs|Makes friends fast|Bakes for the whole stair|Different agency staff at weekends|Bus stop at the hill
Dad does every night call|A paid Saturday job baking|Trial shift at Mill Lane café|Rosa and Kofi|First payslip
Weekends with people I know|hire a second assistant|Rosa interviews|Confirm the budget|Two faces, not nine|Dad sleeps
Night-call rota with Wren and the KeyRing-style network|Seizure alarm trial|£212|£96|Pilar helps with the account
Two bad nights, missed tablets, humming stops|Quiet room, ring Kofi, then Dad, then the clinic line
Seizure over five minutes|999|Pilar stays (she has agreed)|Biscuit goes to Wren|key with number 14
Dennis has his own plan; he shares only “nights”|I decide|Kofi explains|Wren checks it is my choice
No advocate wanted today; ask again at review|Goal 1 only|Wellness, contingency|Priya wants a door sensor; Rosa says no
Kept as no; talk again in August|Check at six weeks|Rosa chairs`

describe('what the examples say', () => {
  it.each([
    ['brackenford-east', AREA_FACTS],
    ['rosa-tillingham', ROSA_FACTS],
  ] as const)('[PLAN-62] %s keeps every fact of the worked plan', (id, facts) => {
    const words = wordsIn(EXAMPLES[id].plan.boxes)
    for (const fact of facts.split(/[|\n]/))
      expect(
        words.some((each) => each.includes(fact)),
        fact,
      ).toBe(true)
  })

  it.each([
    ['brackenford-east', ['2027-05-09', '2027-06-03']],
    ['rosa-tillingham', ['2027-06-14', '2027-05-30', '2027-07-02', '2027-11-20']],
  ] as const)(
    '[PLAN-62] %s has a day only where the worked plan names one; any other time is in its words',
    (id, days) => {
      const dates = everyItem(EXAMPLES[id].plan).flatMap(({ shape, item }) =>
        shape.fields.filter((field) => field.type === 'date').flatMap((field) => item.cells[field.id] ?? []),
      )
      expect(dates).toEqual(days)
    },
  )

  it('[PLAN-62] links each goal to the actions that serve it', () => {
    const { plan } = EXAMPLES['rosa-tillingham']
    const words = actionWords(plan)
    const serve = (goal: Readonly<Record<string, CellValue>>) =>
      [goal['served-by'] ?? []].flat().map((id) => words.get(String(id)))
    expect(itemsOf(plan, 'goals.goals').map(serve)).toEqual([
      ['Trial shift at Mill Lane café'],
      ['Direct payment to hire a second assistant', 'Confirm the budget'],
      ['Night-call rota with Wren and the KeyRing-style network', 'Seizure alarm trial'],
    ])
  })

  it('[PLAN-62] puts who, when and how much into their own fields', () => {
    const { plan: area } = EXAMPLES['brackenford-east']
    expect(itemsOf(area, 'living-map.do')[0]).toMatchObject({
      'who-else': 'Wren and Tobias',
      by: '2027-05-09',
      status: 'not-started',
      features: ['living-map'],
    })
    expect(itemsOf(area, 'shared-story.know')).toMatchObject([{ how: 'Asked of 100 people each spring', today: '52' }])
    expect(itemsOf(area, 'not-agreed.disagreements')).toMatchObject([{ when: '2027-06-03' }])
    const { plan: rosa } = EXAMPLES['rosa-tillingham']
    expect(itemsOf(rosa, 'goals.goals').map((goal) => [goal.importance, goal.confidence])).toEqual([
      [10, 6],
      [9, 7],
      [7, undefined],
    ])
    expect(itemsOf(rosa, 'actions.actions').map((action) => action.by)).toEqual([
      '2027-06-14',
      undefined,
      '2027-05-30',
      undefined,
      undefined,
    ])
    expect(itemsOf(rosa, 'money.money').map((money) => [money.kind, money.amount, money['how-often']])).toEqual([
      ['personal-budget', '£212', 'week'],
      ['direct-payment', '£96', 'four-weeks'],
    ])
    expect(itemsOf(rosa, 'who-sees-what.readers').map((reader) => reader.sees)).toEqual([
      'everything',
      'everything',
      'everything',
      'some',
      'some',
    ])
    expect(itemsOf(rosa, 'review.reviews')).toMatchObject([
      { when: '2027-07-02' },
      { when: '2027-11-20', 'who-else': 'Priya', chair: 'Rosa chairs' },
    ])
  })
})
