import type { EasyLines } from './rows.ts'

/** The area plan in easy words, as its group would say it. */
export const BRACKENFORD_IN_EASY_WORDS: EasyLines = {
  place: [
    ['neighbourhood', 'This plan is about Brackenford East.', 'Cynllun am Brackenford East yw hwn.'],
    ['home', 'Canal Cottages are part of our place.', 'Mae Canal Cottages yn rhan o’n lle ni.'],
  ],
  'our-story': [
    [
      'look',
      'Here we notice people before they are in trouble.',
      'Yma rydyn ni’n sylwi ar bobl cyn iddyn nhw gael trafferth.',
    ],
    ['friends', 'We know our neighbours.', 'Rydyn ni’n adnabod ein cymdogion.'],
    ['handshake', 'We get help and we give help.', 'Rydyn ni’n cael help ac yn rhoi help.'],
    ['choose', 'When we need more help, we choose it.', 'Pan fydd angen mwy o help, ni sy’n ei ddewis.'],
  ],
  power: [
    ['money', 'We decide how to spend £18,000 here.', 'Ni sy’n penderfynu sut i wario £18,000 yma.'],
    [
      'key',
      'We decide how Mill Lane hall is used.',
      'Ni sy’n penderfynu sut mae neuadd Mill Lane yn cael ei defnyddio.',
    ],
    ['talk', 'We say what we think about care at home.', 'Rydyn ni’n dweud ein barn am ofal gartref.'],
    ['stop', 'We cannot change the rules on who gets care.', 'Allwn ni ddim newid y rheolau am bwy sy’n cael gofal.'],
  ],
  'who-takes-part': [
    ['meeting', '21 people came to our second meeting.', 'Daeth 21 o bobl i’n hail gyfarfod.'],
    ['carer', 'Young carers have not come yet.', 'Dydy gofalwyr ifanc ddim wedi dod eto.'],
    ['talk', 'People who speak Polish have not come yet.', 'Dydy pobl sy’n siarad Pwyleg ddim wedi dod eto.'],
    ['home', 'People who cannot go out have not come yet.', 'Dydy pobl sy’n methu mynd allan ddim wedi dod eto.'],
  ],
  'living-map': [
    ['neighbourhood', 'We have 43 groups here.', 'Mae gennym ni 43 o grwpiau yma.'],
    [
      'calendar',
      'Mill Lane hall is empty from Monday to Wednesday.',
      'Mae neuadd Mill Lane yn wag o ddydd Llun i ddydd Mercher.',
    ],
    ['sign-language', '3 people can teach us sign language.', 'Gall 3 o bobl ddysgu iaith arwyddion i ni.'],
    ['find', 'We want 1 list of groups that is right.', 'Rydyn ni eisiau 1 rhestr o grwpiau sy’n gywir.'],
    [
      'walk',
      'We walk round and make a list on Sunday 9 May 2027.',
      'Byddwn ni’n cerdded o gwmpas ac yn gwneud rhestr ddydd Sul 9 Mai 2027.',
    ],
  ],
  'shared-power': [
    ['carer', 'Carers meet and talk here.', 'Mae gofalwyr yn cwrdd ac yn siarad yma.'],
    ['vote', 'We want to decide together about the money.', 'Rydyn ni eisiau penderfynu gyda’n gilydd am yr arian.'],
    [
      'meeting',
      'Nadia and Graham will lead our meetings together.',
      'Bydd Nadia a Graham yn arwain ein cyfarfodydd gyda’i gilydd.',
    ],
    [
      'good',
      'It works when people who live here change 2 decisions.',
      'Mae’n gweithio pan fydd pobl leol yn newid 2 benderfyniad.',
    ],
  ],
  'connection-test': [
    ['meal', 'People make friends at the lunch club.', 'Mae pobl yn gwneud ffrindiau yn y clwb cinio.'],
    ['time', 'Carers who stay 15 minutes are too quick.', 'Mae gofalwyr sy’n aros 15 munud yn rhy gyflym.'],
    ['sad', 'Edith never sees the same face.', 'Dydy Edith byth yn gweld yr un wyneb.'],
    ['carer', 'We will try 4 carers for 2 streets.', 'Byddwn ni’n rhoi cynnig ar 4 gofalwr ar gyfer 2 stryd.'],
  ],
  'social-value': [
    ['people', 'We want care workers who live near us.', 'Rydyn ni eisiau gweithwyr gofal sy’n byw yn agos aton ni.'],
    [
      'write',
      'We ask companies for 2 promises in July.',
      'Byddwn ni’n gofyn i gwmnïau am 2 addewid ym mis Gorffennaf.',
    ],
    [
      'news',
      'Every April we tell everyone what they promised.',
      'Bob mis Ebrill byddwn ni’n dweud wrth bawb beth yw’r addewidion.',
    ],
  ],
  'community-enterprise': [
    ['people', 'We have 2 very small care companies.', 'Mae gennym ni 2 gwmni gofal bach iawn.'],
    ['celebrate', 'We want help to go out on Saturday nights.', 'Rydyn ni eisiau help i fynd allan ar nos Sadwrn.'],
    ['learn', '3 people will get help to start work.', 'Bydd 3 o bobl yn cael help i ddechrau gwaith.'],
    ['choose', 'We want 4 things to choose every weekend.', 'Rydyn ni eisiau 4 peth i’w dewis bob penwythnos.'],
  ],
  'shared-ownership': [
    ['key', 'We want to run Mill Lane hall for 10 years.', 'Rydyn ni eisiau rhedeg neuadd Mill Lane am 10 mlynedd.'],
    ['money', 'We want 2 paid jobs for people who get care.', 'Rydyn ni eisiau 2 swydd am dâl i bobl sy’n cael gofal.'],
    ['write', 'It works when we sign for the hall.', 'Mae’n gweithio pan fyddwn ni’n llofnodi am y neuadd.'],
  ],
  neighbourhoods: [
    ['home', 'Canal Cottages belong with us.', 'Mae Canal Cottages yn perthyn i ni.'],
    ['wash', 'A local helper will work at the launderette.', 'Bydd rhywun lleol sy’n helpu yn gweithio yn y londri.'],
    ['happy', 'We want 200 people to say hello by name.', 'Rydyn ni eisiau i 200 o bobl ddweud helo wrth eu henwau.'],
  ],
  'everyone-included': [
    ['find', 'Some people are missing today.', 'Mae rhai pobl ar goll heddiw.'],
    ['letter', 'We will take cards to every door.', 'Byddwn ni’n mynd â chardiau at bob drws.'],
    ['friends', 'We will spend an evening at the youth club.', 'Byddwn ni’n treulio noson yn y clwb ieuenctid.'],
    ['talk', 'We will pay someone who speaks Polish to help.', 'Byddwn ni’n talu rhywun sy’n siarad Pwyleg i helpu.'],
  ],
  'shared-story': [
    [
      'phone',
      'We want everyone to have someone to ring at night.',
      'Rydyn ni eisiau i bawb gael rhywun i’w ffonio yn y nos.',
    ],
    ['question', 'We ask 100 people every spring.', 'Rydyn ni’n gofyn i 100 o bobl bob gwanwyn.'],
    ['yes', 'Today 52 of them say yes.', 'Heddiw mae 52 ohonyn nhw’n dweud ie.'],
  ],
  'social-action': [
    ['time', 'People here give 60 hours a month.', 'Mae pobl yma’n rhoi 60 awr y mis.'],
    ['bus', 'We will pay for their bus.', 'Byddwn ni’n talu am eu bws.'],
    ['carer', 'Carers will give each other a rest.', 'Bydd gofalwyr yn rhoi seibiant i’w gilydd.'],
    ['happy', 'It works when helpers say it is fair.', 'Mae’n gweithio pan fydd helpwyr yn dweud ei bod yn deg.'],
  ],
  'not-agreed': [
    ['question', 'Should groups pay to use the hall?', 'A ddylai grwpiau dalu i ddefnyddio’r neuadd?'],
    [
      'vote',
      '14 people say yes, 5 say no, 2 are not sure.',
      'Mae 14 o bobl yn dweud ie, 5 yn dweud na, 2 ddim yn siŵr.',
    ],
    ['worried', 'A group says that they could not pay.', 'Mae un grŵp yn dweud na allen nhw dalu.'],
    ['again', 'We talk again on Thursday 3 June 2027.', 'Byddwn ni’n siarad eto ddydd Iau 3 Mehefin 2027.'],
  ],
}
