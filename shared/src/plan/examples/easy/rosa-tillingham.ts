import type { EasyLines } from './rows.ts'

/** The support plan in easy words, as Rosa would say it. */
export const ROSA_IN_EASY_WORDS: EasyLines = {
  'most-important': [
    ['dog', 'I love my dog, Biscuit.', 'Rydw i’n caru fy nghi, Biscuit.'],
    ['music', 'I love to sing.', 'Rydw i wrth fy modd yn canu.'],
    ['door', 'I want my own front door.', 'Rydw i eisiau fy nrws ffrynt fy hun.'],
    [
      'calendar',
      'Do not plan my week around your work times.',
      'Peidiwch â threfnu fy wythnos o gwmpas eich amser gwaith chi.',
    ],
  ],
  'important-people': [
    ['man', 'My dad is Dennis, and he lives near me.', 'Dennis yw fy nhad, ac mae’n byw yn agos ata i.'],
    ['computer', 'I see my aunt Pilar on video on Sundays.', 'Rydw i’n gweld fy modryb Pilar ar fideo bob dydd Sul.'],
    ['support-worker', 'Kofi is paid to help me.', 'Mae Kofi’n cael ei dalu i fy helpu.'],
    ['friends', 'Wren is my friend from choir.', 'Wren yw fy ffrind o’r côr.'],
  ],
  communication: [
    ['talk', 'I talk, but I need time.', 'Rydw i’n siarad, ond mae angen amser arna i.'],
    ['question', 'Ask me 1 question at a time.', 'Gofynnwch 1 cwestiwn ar y tro.'],
    ['look', 'Pictures help me.', 'Mae lluniau’n fy helpu.'],
    ['careful', 'When I show my yellow card, slow down.', 'Pan fydda i’n dangos fy ngherdyn melyn, ewch yn arafach.'],
  ],
  wellness: [
    ['morning', 'On a good day I get up by 9 am.', 'Ar ddiwrnod da rydw i’n codi erbyn 9 y bore.'],
    ['walk', 'I walk and I sing.', 'Rydw i’n cerdded ac yn canu.'],
    ['sad', 'On a bad day I go quiet.', 'Ar ddiwrnod gwael rydw i’n mynd yn dawel.'],
    ['sleep', 'Noise and no sleep make a bad day.', 'Mae sŵn a diffyg cwsg yn gwneud diwrnod gwael.'],
    ['listen', 'When I am quiet, I am not fine.', 'Pan fydda i’n dawel, dydw i ddim yn iawn.'],
  ],
  'please-do': [
    ['talk', 'Talk to me, not to my dad.', 'Siaradwch â fi, nid â fy nhad.'],
    ['phone', 'Ring me before you come.', 'Ffoniwch fi cyn i chi ddod.'],
    ['stop', 'Do not move my things.', 'Peidiwch â symud fy mhethau.'],
    ['home', 'Say home, not placement.', 'Dywedwch gartref, nid lleoliad.'],
  ],
  'support-me': [
    [
      'medicine',
      'Help me with tablets and breakfast in the morning.',
      'Helpwch fi gyda thabledi a brecwast yn y bore.',
    ],
    ['money', 'Help me with money on Fridays.', 'Helpwch fi gydag arian ar ddydd Gwener.'],
    ['yes', 'I manage my evenings myself.', 'Rydw i’n gofalu am fy nosweithiau fy hun.'],
  ],
  'also-worth-knowing': [
    ['cake', 'I worked in a bakery for 6 years.', 'Gweithiais mewn becws am 6 blynedd.'],
    [
      'mind',
      'I have epilepsy, so sometimes I have a seizure.',
      'Mae gen i epilepsi, felly weithiau rydw i’n cael ffit.',
    ],
    ['calendar', 'I had my last seizure in January.', 'Cefais fy ffit ddiwethaf ym mis Ionawr.'],
  ],
  'living-map': [
    ['music', 'I sing at Mill Lane hall.', 'Rydw i’n canu yn neuadd Mill Lane.'],
    ['friends', 'Wren lives 2 doors away.', 'Mae Wren yn byw 2 ddrws i ffwrdd.'],
    ['find', 'I want to know who else likes to bake.', 'Rydw i eisiau gwybod pwy arall sy’n hoffi pobi.'],
    ['meal', 'Kofi and I will ask at the lunch club in May.', 'Bydd Kofi a fi’n gofyn yn y clwb cinio ym mis Mai.'],
  ],
  'shared-power': [
    ['choose', 'I choose who helps me.', 'Fi sy’n dewis pwy sy’n fy helpu.'],
    ['calendar', 'Ask me before my times change.', 'Gofynnwch i fi cyn newid fy amserau.'],
    ['write', 'Priya will write this down.', 'Bydd Priya’n ysgrifennu hyn.'],
  ],
  'connection-test': [
    ['music', 'Choir is good for meeting people.', 'Mae’r côr yn dda ar gyfer cwrdd â phobl.'],
    ['people', 'I want weekends like that too.', 'Rydw i eisiau penwythnosau fel hynny hefyd.'],
    ['no', 'I do not want a new helper each time.', 'Dydw i ddim eisiau rhywun newydd yn helpu bob tro.'],
  ],
  'social-value': [
    ['money', 'I want my money to be spent near home.', 'Rydw i eisiau i fy arian gael ei wario yn agos i gartref.'],
    [
      'equipment',
      'Bashir works near here and will fit my alarm.',
      'Mae Bashir yn gweithio gerllaw a bydd yn gosod fy larwm.',
    ],
  ],
  'community-enterprise': [
    ['celebrate', 'I want to go out on Saturday nights.', 'Rydw i eisiau mynd allan ar nos Sadwrn.'],
    ['people', 'There are 2 small care companies near me.', 'Mae 2 gwmni gofal bach yn agos ata i.'],
    ['choose', 'I will meet both and choose 1.', 'Bydda i’n cwrdd â’r ddau ac yn dewis 1.'],
  ],
  'shared-ownership': [
    ['cook', 'I want to help run the hall kitchen.', 'Rydw i eisiau helpu i redeg cegin y neuadd.'],
    ['meeting', 'I will go to the hall meeting in June.', 'Bydda i’n mynd i gyfarfod y neuadd ym mis Mehefin.'],
  ],
  neighbourhoods: [
    ['key', 'My neighbours at number 14 keep my key.', 'Mae fy nghymdogion yn rhif 14 yn cadw fy allwedd.'],
    [
      'neighbourhood',
      'I want to know the people on the other stairs.',
      'Rydw i eisiau adnabod y bobl ar y grisiau eraill.',
    ],
    ['cake', 'I will bring them scones.', 'Bydda i’n mynd â sgons iddyn nhw.'],
  ],
  'everyone-included': [
    ['bus', 'The bus stop on the hill is hard for me.', 'Mae’r arhosfan bws ar y bryn yn anodd i fi.'],
    ['look', 'My yellow card and pictures help me.', 'Mae fy ngherdyn melyn a lluniau’n fy helpu.'],
    ['again', 'I will ask for the low stop again.', 'Bydda i’n gofyn eto am yr arhosfan isel.'],
  ],
  'shared-story': [
    ['door', 'I sing, I bake, I have my own front door.', 'Rydw i’n canu, yn pobi, ac mae gen i fy nrws fy hun.'],
    ['plan', 'Everyone works to make this happen.', 'Mae pawb yn gweithio i wneud i hyn ddigwydd.'],
  ],
  'social-action': [
    ['breakfast', 'I bake bread for my neighbours.', 'Rydw i’n pobi bara i fy nghymdogion.'],
    ['time', 'I help other people for 2 hours a month.', 'Rydw i’n helpu pobl eraill am 2 awr y mis.'],
    [
      'dog',
      'When I am ill, I want someone to walk Biscuit.',
      'Pan fydda i’n sâl, rydw i eisiau i rywun fynd â Biscuit am dro.',
    ],
  ],
  strengths: [
    ['music', 'I know 200 songs.', 'Rydw i’n gwybod 200 o ganeuon.'],
    ['friends', 'I make friends fast.', 'Rydw i’n gwneud ffrindiau’n gyflym.'],
    ['cake', 'I bake for all my neighbours.', 'Rydw i’n pobi i fy nghymdogion i gyd.'],
  ],
  circle: [
    ['phone', 'Dad comes when I call at night.', 'Mae Dad yn dod pan fydda i’n galw yn y nos.'],
    ['money', 'Aunt Pilar helps me with my bank.', 'Mae Modryb Pilar yn fy helpu gyda’r banc.'],
    ['talk', 'Kofi explains things to me.', 'Mae Kofi’n esbonio pethau i fi.'],
    ['rights', 'Wren checks that I choose for myself.', 'Mae Wren yn gwneud yn siŵr mai fi sy’n dewis.'],
    ['social-worker', 'Priya is my social worker.', 'Priya yw fy ngweithiwr cymdeithasol.'],
  ],
  working: [
    ['good', 'Choir and Kofi work well for me.', 'Mae’r côr a Kofi’n gweithio’n dda i fi.'],
    ['bad', 'At weekends, different people come each time.', 'Ar benwythnosau, mae pobl wahanol yn dod bob tro.'],
    ['bus', 'The bus stop on the hill is hard.', 'Mae’r arhosfan bws ar y bryn yn anodd.'],
    ['tired', 'Dad has to get up every night.', 'Mae’n rhaid i Dad godi bob nos.'],
  ],
  goals: [
    ['cake', 'I want a paid job baking on Saturdays.', 'Rydw i eisiau swydd yn pobi ar ddydd Sadwrn, am dâl.'],
    ['people', 'I want weekends with people I know.', 'Rydw i eisiau penwythnosau gyda phobl rydw i’n eu hadnabod.'],
    ['sleep', 'I want Dad to sleep at night.', 'Rydw i eisiau i Dad gysgu yn y nos.'],
  ],
  actions: [
    [
      'cake',
      'I will try work at the café by Monday 14 June 2027.',
      'Bydda i’n rhoi cynnig ar waith yn y caffi erbyn dydd Llun 14 Mehefin 2027.',
    ],
    ['choose', 'I will choose 1 more person to help me.', 'Bydda i’n dewis 1 person arall i fy helpu.'],
    [
      'money',
      'Priya will tell me about money by Sunday 30 May 2027.',
      'Bydd Priya’n dweud wrtha i am yr arian erbyn dydd Sul 30 Mai 2027.',
    ],
    ['phone', 'Wren and others will take turns to help at night.', 'Bydd Wren ac eraill yn helpu yn eu tro yn y nos.'],
    ['equipment', 'I will try an alarm for seizures.', 'Bydda i’n rhoi cynnig ar larwm ffitiau.'],
  ],
  money: [
    ['money', 'There is £212 a week for my support.', 'Mae £212 yr wythnos ar gyfer fy nghymorth.'],
    ['bank', 'I get £96 of it myself every 4 weeks.', 'Rydw i’n cael £96 fy hun bob 4 wythnos.'],
    ['people', 'Pilar helps me with it.', 'Mae Pilar yn fy helpu gyda’r arian.'],
  ],
  'if-things-change': [
    ['worried', 'Worry if I sleep badly for 2 nights.', 'Dylech chi boeni os ydw i’n cysgu’n wael am 2 noson.'],
    [
      'medicine',
      'Worry if I miss tablets or stop humming.',
      'Dylech chi boeni os ydw i’n colli tabledi neu’n peidio hymian.',
    ],
    ['calm', 'Then take me to a quiet room.', 'Yna ewch â fi i ystafell dawel.'],
    ['phone', 'Ring Kofi, then Dad, then the clinic.', 'Ffoniwch Kofi, yna Dad, yna’r clinig.'],
    [
      'ambulance',
      'If a seizure lasts more than 5 minutes, ring 999.',
      'Os bydd ffit yn para mwy na 5 munud, ffoniwch 999.',
    ],
    ['ill', 'If Dad is ill, Pilar will stay with me.', 'Os bydd Dad yn sâl, bydd Pilar yn aros gyda fi.'],
    ['dog', 'Biscuit will go to Wren.', 'Bydd Biscuit yn mynd at Wren.'],
  ],
  'my-carer': [
    ['plan', 'Dad has a plan of his own.', 'Mae gan Dad ei gynllun ei hun.'],
    ['private', 'He only shares what it says about nights.', 'Dim ond y rhan am nosweithiau mae’n ei rhannu.'],
  ],
  'how-i-decide': [
    ['choose', 'I decide for myself.', 'Fi sy’n penderfynu drosof fy hun.'],
    ['talk', 'Kofi explains things to me.', 'Mae Kofi’n esbonio pethau i fi.'],
    ['rights', 'Wren checks that it is my choice.', 'Mae Wren yn gwneud yn siŵr mai fy newis i yw e.'],
    ['again', 'I need nobody else to speak up for me today.', 'Does dim angen neb arall i siarad drosof i heddiw.'],
  ],
  'who-sees-what': [
    ['look', 'Dad and Kofi can read all of my plan.', 'Gall Dad a Kofi ddarllen fy nghynllun i gyd.'],
    ['cake', 'The café can only read about my job.', 'Dim ond am fy swydd y gall y caffi ddarllen.'],
    ['doctor', 'My doctor can read what keeps me well.', 'Gall fy meddyg ddarllen beth sy’n fy nghadw’n iach.'],
  ],
  'not-agreed': [
    ['door', 'Priya wants an alarm on my door.', 'Mae Priya eisiau larwm ar fy nrws.'],
    ['no', 'I say no, so there is no alarm.', 'Rydw i’n dweud na, felly does dim larwm.'],
    ['talk', 'We will talk again in August.', 'Byddwn ni’n siarad eto ym mis Awst.'],
  ],
  review: [
    [
      'calendar',
      'We look at my plan on Friday 2 July 2027.',
      'Byddwn ni’n edrych ar fy nghynllun ddydd Gwener 2 Gorffennaf 2027.',
    ],
    ['again', 'We look again on Saturday 20 November 2027.', 'Byddwn ni’n edrych eto ddydd Sadwrn 20 Tachwedd 2027.'],
    ['meeting', 'I lead the meeting.', 'Fi sy’n arwain y cyfarfod.'],
  ],
}
