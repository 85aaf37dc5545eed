import type { FeatureId, Idea, Words } from './catalogue.ts'
import { say } from './wording.ts'

const idea = (id: string, title: Words, sentence: Words, features: readonly FeatureId[]): Idea => ({
  id,
  title,
  sentence,
  features,
})

/** Ideas that work elsewhere, shown inside the sections of the features they serve [PLAN-58]. */
export const IDEAS: readonly Idea[] = [
  idea(
    'shared-lives',
    say('Shared Lives', 'Cysylltu Bywydau'),
    say(
      'You live with, or visit, a person or family who chose to support you.',
      'Rydych yn byw gydag unigolyn neu deulu, neu’n ymweld â nhw, am gymorth.',
    ),
    ['community-enterprise', 'neighbourhoods'],
  ),
  idea(
    'homeshare',
    say('Homeshare', 'Homeshare'),
    say(
      'Someone with a spare room shares it with someone who helps a little.',
      'Mae rhywun ag ystafell sbâr yn ei rhannu â rhywun sy’n helpu ychydig.',
    ),
    ['community-enterprise', 'neighbourhoods'],
  ),
  idea(
    'local-area-coordination',
    say('Local Area Coordination', 'Cydlynu Ardal Leol'),
    say(
      'One known person in each neighbourhood helps people find their own good life.',
      'Mae un person cyfarwydd ym mhob cymdogaeth yn helpu pobl i gael bywyd da.',
    ),
    ['neighbourhoods', 'living-map', 'connection-test'],
  ),
  idea(
    'timebanking',
    say('Timebanking and Time Credits', 'Bancio amser a Chredydau Amser'),
    say('You give an hour of help, and you get an hour back.', 'Rydych yn rhoi awr o help, ac yn cael awr yn ôl.'),
    ['social-action', 'living-map'],
  ),
  idea(
    'community-circles',
    say('Community Circles', 'Cylchoedd Cymunedol'),
    say(
      'A few people meet around one person to help with something they want.',
      'Mae ychydig o bobl yn dod ynghyd i helpu un person gyda’i ddymuniad.',
    ),
    ['neighbourhoods', 'social-action'],
  ),
  idea(
    'dementia-friendly-communities',
    say('Dementia friendly communities', 'Cymunedau sy’n deall dementia'),
    say(
      'Shops, buses and neighbours learn how to welcome people with dementia.',
      'Mae siopau, bysiau a chymdogion yn dysgu sut i groesawu pobl â dementia.',
    ),
    ['everyone-included', 'neighbourhoods'],
  ),
  idea(
    'keyring-networks',
    say('KeyRing networks', 'Rhwydweithiau KeyRing'),
    say(
      'People who live near each other help each other, with a volunteer close by.',
      'Mae pobl sy’n byw’n agos yn helpu ei gilydd, gyda gwirfoddolwr gerllaw.',
    ),
    ['neighbourhoods', 'connection-test', 'social-action'],
  ),
  idea(
    'wellbeing-teams',
    say('Wellbeing Teams', 'Timau Llesiant'),
    say(
      'A small home-care team runs itself, so you know every face.',
      'Mae tîm gofal cartref bach yn rhedeg ei hun, felly rydych yn adnabod pawb.',
    ),
    ['connection-test', 'community-enterprise'],
  ),
  idea(
    'personal-assistants',
    say('Personal assistants and personal budgets', 'Cynorthwywyr personol a chyllidebau personol'),
    say(
      'You hold the money for your support, and choose who helps you.',
      'Chi sy’n dal yr arian ar gyfer eich cymorth, ac yn dewis eich helpwyr.',
    ),
    ['shared-power', 'community-enterprise'],
  ),
  idea(
    'user-led-organisations',
    say('Organisations led by people who use care', 'Sefydliadau dan arweiniad pobl sy’n defnyddio gofal'),
    say(
      'People who use care and support run the organisation themselves.',
      'Pobl sy’n defnyddio gofal a chymorth sy’n rhedeg y sefydliad eu hunain.',
    ),
    ['shared-ownership', 'shared-power', 'everyone-included'],
  ),
  idea(
    'micro-enterprise',
    say('Micro-enterprise', 'Micro-fenter'),
    say(
      'One person, or a few, start a very small business that helps people nearby.',
      'Mae un neu ychydig o bobl yn dechrau busnes bach i helpu pobl leol.',
    ),
    ['community-enterprise', 'social-value'],
  ),
  idea(
    'peer-support',
    say('Peer support and peer roles', 'Cymorth a rolau cymheiriaid'),
    say(
      'People who have been through it help others, and some are paid.',
      'Mae pobl sydd wedi bod drwyddo yn helpu eraill, rhai am dâl.',
    ),
    ['shared-ownership', 'connection-test', 'social-action'],
  ),
  idea(
    'participatory-budgeting',
    say('Participatory budgeting', 'Cyllidebu cyfranogol'),
    say(
      'People who live here vote on how some public money is spent.',
      'Mae pobl sy’n byw yma’n pleidleisio ar sut i wario arian cyhoeddus.',
    ),
    ['shared-power', 'social-value'],
  ),
  idea(
    'co-production-boards',
    say('Co-production boards', 'Byrddau cydgynhyrchu'),
    say(
      'People who use services and people who run them decide together.',
      'Mae pobl sy’n defnyddio gwasanaethau a phobl sy’n eu rhedeg yn penderfynu gyda’i gilydd.',
    ),
    ['shared-power', 'shared-story', 'everyone-included'],
  ),
  idea(
    'community-asset-transfer',
    say('Community asset transfer', 'Trosglwyddo asedau cymunedol'),
    say(
      'The council hands a building or some land to a local group to run.',
      'Mae’r cyngor yn rhoi adeilad neu dir i grŵp lleol ei redeg.',
    ),
    ['shared-ownership', 'living-map'],
  ),
  idea(
    'link-workers',
    say('Social prescribing link workers', 'Gweithwyr cyswllt presgripsiynu cymdeithasol'),
    say(
      'Your doctor’s surgery has someone who helps you find people and groups.',
      'Mae rhywun yn eich meddygfa yn eich helpu i gwrdd â phobl a grwpiau.',
    ),
    ['connection-test', 'living-map'],
  ),
  idea(
    'small-grants',
    say('Small grants', 'Grantiau bach'),
    say(
      'A little money, with a short form, helps neighbours start something.',
      'Mae ychydig o arian, gyda ffurflen fer, yn helpu cymdogion i ddechrau rhywbeth.',
    ),
    ['social-action', 'social-value', 'community-enterprise'],
  ),
  idea(
    'carers-groups',
    say('Carers’ groups', 'Grwpiau gofalwyr'),
    say(
      'People who care for family or friends meet, rest and speak up together.',
      'Mae gofalwyr teuluol yn cwrdd, gorffwys, rhannu gwybodaeth a chodi llais gyda’i gilydd.',
    ),
    ['social-action', 'everyone-included'],
  ),
  idea(
    'self-advocacy-groups',
    say('Self-advocacy groups', 'Grwpiau hunaneiriolaeth'),
    say(
      'People with learning disabilities meet, learn their rights and speak for themselves.',
      'Mae pobl ag anableddau dysgu’n cwrdd, dysgu eu hawliau a siarad drostynt eu hunain.',
    ),
    ['everyone-included', 'shared-power'],
  ),
  idea(
    'asset-based-community-development',
    say('Asset-based community development', 'Datblygu cymunedol ar sail asedau'),
    say(
      'Neighbours start with what is strong here, and build on that together.',
      'Mae cymdogion yn dechrau gyda’r hyn sy’n gryf yma, ac yn adeiladu arno.',
    ),
    ['living-map', 'neighbourhoods', 'shared-story'],
  ),
  idea(
    'social-value-clauses',
    say('Social Value Act clauses', 'Cymalau’r Ddeddf Gwerth Cymdeithasol'),
    say(
      'A contract says what good the company must do where you live.',
      'Mae contract yn dweud pa les sydd i’w wneud lle rydych yn byw.',
    ),
    ['social-value'],
  ),
]
