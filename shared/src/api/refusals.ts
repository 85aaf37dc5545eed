import type { Words } from '../plan/catalogue.ts'

/**
 * The closed list of ways to say no, each with what to do next. A new word does not compile until the server's status
 * table answers it too.
 */
export const REFUSALS = {
  'sign-in': {
    en: 'We do not know this device yet. If you have been here before, open your private link. If you have none, open your invitation link.',
    cy: 'Nid ydym yn adnabod y ddyfais hon eto. Os ydych wedi bod yma o’r blaen, agorwch eich dolen breifat. Os nad oes gennych un, agorwch eich dolen wahoddiad.',
  },
  'not-found': {
    en: 'We cannot find that. Check the link, or ask the person who sent it.',
    cy: 'Ni allwn ddod o hyd i hynny. Gwiriwch y ddolen, neu gofynnwch i’r person a’i hanfonodd.',
  },
  'not-allowed': {
    en: 'Ask the owner of the plan to let you do this.',
    cy: 'Gofynnwch i berchennog y cynllun adael i chi wneud hyn.',
  },
  'bad-request': {
    en: 'Something is missing or too long. Check what you wrote and try again.',
    cy: 'Mae rhywbeth ar goll neu’n rhy hir. Edrychwch dros eich geiriau a rhowch gynnig arall arni.',
  },
  'name-missing': { en: 'Type your name first.', cy: 'Teipiwch eich enw yn gyntaf.' },
  'name-too-long': {
    en: 'That name is too long. Use 60 letters or fewer.',
    cy: 'Mae’r enw hwnnw’n rhy hir. Defnyddiwch 60 llythyren neu lai.',
  },
  'too-large': {
    en: 'That is too much at once. Try a smaller piece.',
    cy: 'Mae hynny’n ormod ar unwaith. Rhowch gynnig ar ddarn llai.',
  },
  'code-unknown': {
    en: 'That code does not open a plan. Check it with the person who gave it.',
    cy: 'Nid yw’r cod hwnnw’n agor cynllun. Gwiriwch ef gyda’r person a’i rhoddodd.',
  },
  'link-over': {
    en: 'This link no longer works. Ask for a new one.',
    cy: 'Nid yw’r ddolen hon yn gweithio mwyach. Gofynnwch am un newydd.',
  },
  'too-many-tries': {
    en: 'That was a lot of tries. Wait a minute, then try again.',
    cy: 'Roedd hynny’n llawer o geisiadau. Arhoswch funud, yna rhowch gynnig arall arni.',
  },
  'plan-full': {
    en: 'This plan has as many people as it can hold. Ask the owner to make room.',
    cy: 'Mae gan y cynllun hwn gymaint o bobl ag y gall eu dal. Gofynnwch i’r perchennog wneud lle.',
  },
  'plans-full': {
    en: 'You are in as many plans as one person can be in here. Leave one first.',
    cy: 'Rydych mewn cymaint o gynlluniau ag y gall un person fod ynddynt yma. Gadewch un yn gyntaf.',
  },
  'invitations-full': {
    en: 'This plan has as many invitations as it can hold. Withdraw one first.',
    cy: 'Mae gan y cynllun hwn gymaint o wahoddiadau ag y gall eu dal. Tynnwch un yn ôl yn gyntaf.',
  },
  'seat-taken': {
    en: 'Someone is already here as the person this plan is about. Ask them, or join with another voice.',
    cy: 'Mae rhywun yma eisoes fel y person y mae’r cynllun hwn amdano. Gofynnwch iddyn nhw, neu ymunwch â llais arall.',
  },
  'last-owner': {
    en: 'A plan needs an owner. Hand it over to someone first.',
    cy: 'Mae angen perchennog ar gynllun. Trosglwyddwch ef i rywun yn gyntaf.',
  },
  'action-gone': {
    en: 'We cannot find that action in the plan. Perhaps somebody took it out.',
    cy: 'Ni allwn ddod o hyd i’r weithred honno yn y cynllun. Efallai fod rhywun wedi’i thynnu allan.',
  },
  'answers-full': {
    en: 'You have answered about as many actions as one person can. Ask someone else about this one.',
    cy: 'Rydych wedi ateb am gymaint o weithredoedd ag y gall un person. Gofynnwch i rywun arall am hon.',
  },
  'not-asked-yet': {
    en: 'We do not ask about this action yet. Come back on the day that stands beside it. Your words are still here.',
    cy: 'Nid ydym yn gofyn am y weithred hon eto. Dewch yn ôl ar y diwrnod sydd wrth ei hochr. Mae eich geiriau yma o hyd.',
  },
  'workshops-full': {
    en: 'This plan has as many workshops as it can hold.',
    cy: 'Mae gan y cynllun hwn gymaint o weithdai ag y gall eu dal.',
  },
  'workshop-full': {
    en: 'This workshop is full. Your words are still here. Ask a facilitator to make room.',
    cy: 'Mae’r gweithdy hwn yn llawn. Mae eich geiriau yma o hyd. Gofynnwch i hwylusydd wneud lle.',
  },
  'workshop-open': {
    en: 'Another workshop of this plan is open. Close that one first.',
    cy: 'Mae gweithdy arall o’r cynllun hwn ar agor. Caewch hwnnw yn gyntaf.',
  },
  'workshop-not-open': {
    en: 'This workshop has not begun yet. Come back when it is open. Your words are still here.',
    cy: 'Nid yw’r gweithdy hwn wedi dechrau eto. Dewch yn ôl pan fydd ar agor. Mae eich geiriau yma o hyd.',
  },
  'workshop-over': {
    en: 'This workshop is closed. Your words are still here, so you can copy them.',
    cy: 'Mae’r gweithdy hwn wedi cau. Mae eich geiriau yma o hyd, felly gallwch eu copïo.',
  },
  'workshop-not-over': {
    en: 'This workshop is not over yet. Its record is here once it has closed.',
    cy: 'Nid yw’r gweithdy hwn ar ben eto. Bydd ei gofnod yma wedi iddo gau.',
  },
  'turn-of-others': {
    en: 'This turn is for others too. Nobody passes for them. Tell a facilitator if you all want to pass.',
    cy: 'Mae’r tro hwn i eraill hefyd. Does neb yn pasio drostynt. Dywedwch wrth hwylusydd os ydych i gyd am basio.',
  },
  'in-lobby': {
    en: 'A facilitator will let you in soon. Wait a moment.',
    cy: 'Bydd hwylusydd yn eich gadael i mewn cyn bo hir. Arhoswch funud.',
  },
  'not-in-room': {
    en: 'You are not in the workshop now. Come in first. Your words are still here.',
    cy: 'Nid ydych yn y gweithdy nawr. Dewch i mewn yn gyntaf. Mae eich geiriau yma o hyd.',
  },
  'why-needed': {
    en: 'Say why first, so that people understand.',
    cy: 'Dywedwch pam yn gyntaf, fel bod pobl yn deall.',
  },
  'written-meanwhile': {
    en: 'Other words were written here meanwhile. Look at them first. Your words are still here.',
    cy: 'Ysgrifennwyd geiriau eraill yma yn y cyfamser. Edrychwch arnynt yn gyntaf. Mae eich geiriau yma o hyd.',
  },
  'answer-changed': {
    en: 'Somebody else has just answered this idea. Look at their answer first. Your words are still here.',
    cy: 'Mae rhywun arall newydd ateb y syniad hwn. Edrychwch ar eu hateb nhw yn gyntaf. Mae eich geiriau yma o hyd.',
  },
  'step-used': {
    en: 'People have written or voted in this step, so it stays what it is. Add a new step instead.',
    cy: 'Mae pobl wedi ysgrifennu neu bleidleisio yn y cam hwn. Felly mae’n aros fel y mae. Ychwanegwch gam newydd yn lle hynny.',
  },
  'dots-given': {
    en: 'Somebody has given more dots than that already. Keep the number as it is, or add a new step.',
    cy: 'Mae rhywun wedi rhoi mwy o ddotiau na hynny eisoes. Cadwch y nifer fel y mae, neu ychwanegwch gam newydd.',
  },
  'step-gone': {
    en: 'That step is not there any more. Look at where the room is now.',
    cy: 'Nid yw’r cam hwnnw yno mwyach. Edrychwch ble mae’r ystafell nawr.',
  },
  'idea-gone': {
    en: 'We cannot find that idea. Perhaps somebody took it back.',
    cy: 'Ni allwn ddod o hyd i’r syniad hwnnw. Efallai fod rhywun wedi’i dynnu’n ôl.',
  },
  'idea-too-long': {
    en: 'That idea is very long. Make it shorter, or split it in two. Your words are still here.',
    cy: 'Mae’r syniad hwnnw’n hir iawn. Gwnewch ef yn fyrrach, neu rhannwch ef yn ddau. Mae eich geiriau yma o hyd.',
  },
  'room-went-on': {
    en: 'The room has gone on. Your answer came too late for that step.',
    cy: 'Mae’r ystafell wedi mynd ymlaen. Daeth eich ateb yn rhy hwyr i’r cam hwnnw.',
  },
  'wording-changed': {
    en: 'Somebody has offered other words since. Look at those first. Your own words stay.',
    cy: 'Mae rhywun wedi cynnig geiriau eraill ers hynny. Edrychwch ar y rheini yn gyntaf. Mae eich geiriau eich hun yn aros.',
  },
  'already-shown': {
    en: 'The answers are shown already. What you gave before then counts.',
    cy: 'Mae’r atebion i’w gweld eisoes. Yr hyn a roesoch cyn hynny sy’n cyfrif.',
  },
  'dots-used': {
    en: 'You have used all your dots. Take one away first.',
    cy: 'Rydych wedi defnyddio eich dotiau i gyd. Tynnwch un yn gyntaf.',
  },
  'word-there': {
    en: 'This plan explains that word already. Look for it in the list and change it there. Your words are still here.',
    cy: 'Mae’r cynllun hwn yn esbonio’r gair hwnnw eisoes. Chwiliwch amdano yn y rhestr a’i newid yno. Mae eich geiriau yma o hyd.',
  },
  'question-settled': {
    en: 'Somebody has settled this question already. Open it again if there is more to explain. Your words are still here.',
    cy: 'Mae rhywun wedi setlo’r cwestiwn hwn eisoes. Agorwch ef eto os oes mwy i’w esbonio. Mae eich geiriau yma o hyd.',
  },
  'word-changed': {
    en: 'Somebody else has just changed this word. Look at theirs first. Your words are still here.',
    cy: 'Mae rhywun arall newydd newid y gair hwn. Edrychwch ar eu geiriau nhw yn gyntaf. Mae eich geiriau yma o hyd.',
  },
  'glossary-full': {
    en: 'This plan explains as many words as it can hold. Change one that is there instead. Your words are still here.',
    cy: 'Mae’r cynllun hwn yn esbonio cymaint o eiriau ag y gall eu dal. Newidiwch un sydd yno yn lle hynny. Mae eich geiriau yma o hyd.',
  },
  'comment-too-long': {
    en: 'That is very long for a comment. Make it shorter, or write two. Your words are still here.',
    cy: 'Mae hynny’n hir iawn i sylw. Gwnewch ef yn fyrrach, neu ysgrifennwch ddau. Mae eich geiriau yma o hyd.',
  },
  'mentions-many': {
    en: 'A comment can be for 20 people at most. Choose fewer, or nobody if it is for everyone. Your words are still here.',
    cy: 'Gall sylw fod ar gyfer 20 o bobl ar y mwyaf. Dewiswch lai, neu neb os yw ar gyfer pawb. Mae eich geiriau yma o hyd.',
  },
  'talk-full': {
    en: 'This plan has as many comments or suggestions as it can hold. Talk to the owner of the plan. Your words are still here.',
    cy: 'Mae gan y cynllun hwn gymaint o sylwadau neu awgrymiadau ag y gall eu dal. Siaradwch â pherchennog y cynllun. Mae eich geiriau yma o hyd.',
  },
  'talk-yours-full': {
    en: 'You have said as much about this plan as one person can. Ask somebody else in the plan to say the rest. Your words are still here.',
    cy: 'Rydych wedi dweud cymaint am y cynllun hwn ag y gall un person. Gofynnwch i rywun arall yn y cynllun ddweud y gweddill. Mae eich geiriau yma o hyd.',
  },
  'suggestions-waiting-many': {
    en: 'Many of your suggestions still wait for an answer. Wait until some are answered, or take some back. Your words are still here.',
    cy: 'Mae llawer o’ch awgrymiadau yn aros am ateb o hyd. Arhoswch nes bod rhai wedi’u hateb, neu tynnwch rai yn ôl. Mae eich geiriau yma o hyd.',
  },
  'comment-gone': {
    en: 'We cannot find that comment any more. Look at the list again. Your words are still here.',
    cy: 'Ni allwn ddod o hyd i’r sylw hwnnw mwyach. Edrychwch ar y rhestr eto. Mae eich geiriau yma o hyd.',
  },
  'plan-put-back': {
    en: 'The plan was put back from a back-up while you wrote. Open it again and look at the words. Your words are still here.',
    cy: 'Cafodd y cynllun ei adfer o gopi wrth gefn tra oeddech yn ysgrifennu. Agorwch ef eto ac edrychwch ar y geiriau. Mae eich geiriau yma o hyd.',
  },
  'words-changed': {
    en: 'These words were changed meanwhile. Look at them as they are now. Your words are still here.',
    cy: 'Newidiwyd y geiriau hyn yn y cyfamser. Edrychwch arnynt fel y maent nawr. Mae eich geiriau yma o hyd.',
  },
  'nothing-suggested': {
    en: 'You have not changed any words yet. Change some, then send.',
    cy: 'Nid ydych wedi newid unrhyw eiriau eto. Newidiwch rai, yna anfonwch.',
  },
  'suggestion-too-long': {
    en: 'That is too much for one suggestion. Suggest a smaller part. Your words are still here.',
    cy: 'Mae hynny’n ormod i un awgrym. Awgrymwch ran lai. Mae eich geiriau yma o hyd.',
  },
  'suggestion-gone': {
    en: 'We cannot find that suggestion any more. Look at the list again.',
    cy: 'Ni allwn ddod o hyd i’r awgrym hwnnw mwyach. Edrychwch ar y rhestr eto.',
  },
  'their-words': {
    en: 'These are somebody’s own words. Only they can say yes to other words. You can write to them in a comment.',
    cy: 'Geiriau rhywun arall yw’r rhain. Dim ond nhw all dderbyn geiriau eraill. Gallwch ysgrifennu atynt mewn sylw.',
  },
  'already-decided': {
    en: 'Somebody has decided about this already. Look at what they chose.',
    cy: 'Mae rhywun wedi penderfynu am hyn eisoes. Edrychwch ar yr hyn a ddewison nhw.',
  },
  'version-gone': {
    en: 'We do not keep that version any more. Look at the list again, and choose another one.',
    cy: 'Nid ydym yn cadw’r fersiwn hwnnw mwyach. Edrychwch ar y rhestr eto, a dewiswch un arall.',
  },
  'versions-full': {
    en: 'This plan has as many named versions as it can hold. Take away a name you do not need, then try again.',
    cy: 'Mae gan y cynllun hwn gymaint o fersiynau ag enw ag y gall eu dal. Tynnwch enw nad oes ei angen, yna rhowch gynnig arall arni.',
  },
  'name-needed': {
    en: 'Somebody in this plan has not said their name yet. What is agreed names everybody. They can say it on the page “Agree”, or in the list of people.',
    cy: 'Mae rhywun yn y cynllun hwn heb ddweud ei enw eto. Mae’r hyn y cytunir arno yn enwi pawb. Gall ddweud ei enw ar y dudalen “Cytuno”, neu yn y rhestr pobl.',
  },
  'round-open': {
    en: 'People are being asked about this plan already. Look at that first.',
    cy: 'Mae pobl yn cael eu holi am y cynllun hwn eisoes. Edrychwch ar hynny yn gyntaf.',
  },
  'round-over': {
    en: 'Nobody is asked about this any more. Look at where the plan is now. Your words are still here.',
    cy: 'Nid oes neb yn cael ei holi am hyn mwyach. Edrychwch ble mae’r cynllun nawr. Mae eich geiriau yma o hyd.',
  },
  'rounds-full': {
    en: 'People have been asked about this plan as often as it can hold. Start a new plan for what comes next.',
    cy: 'Mae pobl wedi cael eu holi’n rhy aml am y cynllun hwn. Dechreuwch gynllun newydd ar gyfer beth ddaw nesaf.',
  },
  'person-opens': {
    en: 'The person this plan is about asks the others. If they cannot decide this, say who decides for them.',
    cy: 'Y person y mae’r cynllun hwn amdano sy’n gofyn i’r lleill. Os na allant benderfynu hyn, dywedwch pwy sy’n penderfynu drostynt.',
  },
  'not-asked': {
    en: 'You are not asked this time. Tell the owner of the plan if you want to be. Your words are still here.',
    cy: 'Nid ydych yn cael eich holi y tro hwn. Dywedwch wrth berchennog y cynllun os ydych am gael eich holi. Mae eich geiriau yma o hyd.',
  },
  'supporter-needed': {
    en: 'Somebody who is paid to help cannot answer for the person here. Ask somebody the person chooses. Your words are still here.',
    cy: 'Ni all rhywun sy’n cael ei dalu i helpu ateb dros y person yma. Gofynnwch i rywun y mae’r person yn ei ddewis. Mae eich geiriau yma o hyd.',
  },
  'answered-themselves': {
    en: 'They have answered this themselves. Only they can change that. Your words are still here.',
    cy: 'Maen nhw wedi ateb hyn eu hunain. Dim ond nhw all newid hynny. Mae eich geiriau yma o hyd.',
  },
  'answers-many': {
    en: 'This answer was changed as often as it can be. Ask the owner of the plan to stop asking, and to ask everyone again. Your words are still here.',
    cy: 'Newidiwyd yr ateb hwn mor aml ag y gellir. Gofynnwch i berchennog y cynllun roi’r gorau i holi, a holi pawb eto. Mae eich geiriau yma o hyd.',
  },
  'wordings-full': {
    en: 'People have answered to as many changes of this plan as it can keep. Take it away as JSON, and start a new plan with that file. Your words are still here.',
    cy: 'Mae pobl wedi ateb cymaint o newidiadau i’r cynllun hwn ag y gall eu cadw. Cymerwch ef fel JSON, a dechreuwch gynllun newydd gyda’r ffeil honno. Mae eich geiriau yma o hyd.',
  },
  'plan-changed': {
    en: 'The plan was changed after you read it. Look at what changed first. Your words are still here.',
    cy: 'Newidiwyd y cynllun ar ôl i chi ei ddarllen. Edrychwch ar beth a newidiodd yn gyntaf. Mae eich geiriau yma o hyd.',
  },
  'cannot-be-sealed': {
    en: 'Something still stands in the way. Look at who has answered, and what they said.',
    cy: 'Mae rhywbeth yn y ffordd o hyd. Edrychwch pwy sydd wedi ateb, a beth ddywedon nhw.',
  },
  'not-agreed': {
    en: 'You have not agreed to this version, or you have taken that back already. Your words are still here.',
    cy: 'Nid ydych wedi cytuno â’r fersiwn hwn, neu rydych wedi tynnu hynny’n ôl eisoes. Mae eich geiriau yma o hyd.',
  },
  'copies-full': {
    en: 'This version has as many notes about copies as it can hold. The copies people have still work.',
    cy: 'Mae gan y fersiwn hwn gymaint o nodiadau am gopïau ag y gall eu dal. Mae’r copïau sydd gan bobl yn dal i weithio.',
  },
  'not-a-photo': {
    en: 'We cannot keep this file as a photo. Choose another photo, or take a new one.',
    cy: 'Ni allwn gadw’r ffeil hon fel llun. Dewiswch lun arall, neu tynnwch un newydd.',
  },
  'photo-too-large': {
    en: 'This photo is too large. Choose a smaller one.',
    cy: 'Mae’r llun hwn yn rhy fawr. Dewiswch un llai.',
  },
  'photos-full': {
    en: 'This plan has as many photos as it can hold. Use one that is there, or take one away first.',
    cy: 'Mae gan y cynllun hwn gymaint o luniau ag y gall eu dal. Defnyddiwch un sydd yno, neu tynnwch un i ffwrdd yn gyntaf.',
  },
  'photo-removed': {
    en: 'This photo was taken away for good. Choose another one.',
    cy: 'Tynnwyd y llun hwn i ffwrdd am byth. Dewiswch un arall.',
  },
  'calendar-without-days': {
    en: 'No action and no review has a day here yet. Give one a day first, or choose another kind of file.',
    cy: 'Nid oes dyddiad wrth unrhyw weithred nac adolygiad yma eto. Rhowch ddyddiad wrth un yn gyntaf, neu dewiswch fath arall o ffeil.',
  },
  'fhir-about-a-person': {
    en: 'A FHIR file is for a plan about one person. This plan is about a place. Choose another kind of file.',
    cy: 'Mae ffeil FHIR ar gyfer cynllun am un person. Mae’r cynllun hwn am le. Dewiswch fath arall o ffeil.',
  },
  'plan-file-other': {
    en: 'This file is no plan of Withy. Choose a file that ends in .json, and that Withy made.',
    cy: 'Nid cynllun Withy yw’r ffeil hon. Dewiswch ffeil sy’n gorffen â .json, ac a wnaed gan Withy.',
  },
  'plan-file-later': {
    en: 'A newer Withy made this file. Ask the people who run this Withy to update it. Your file stays as it is.',
    cy: 'Withy mwy newydd a wnaeth y ffeil hon. Gofynnwch i’r bobl sy’n rhedeg y Withy hwn ei ddiweddaru. Mae eich ffeil yn aros fel y mae.',
  },
  'plan-file-damaged': {
    en: 'This file is damaged, or somebody changed it by hand. Look for another copy of it.',
    cy: 'Mae’r ffeil hon wedi’i difrodi, neu mae rhywun wedi’i newid â llaw. Chwiliwch am gopi arall ohoni.',
  },
  'start-by-invitation': {
    en: 'New plans start from an invitation here. Ask the people who run this Withy for a start link.',
    cy: 'Mae cynlluniau newydd yn dechrau o wahoddiad yma. Gofynnwch i’r bobl sy’n rhedeg y Withy hwn am ddolen gychwyn.',
  },
  'another-site': {
    en: 'This came from another website, so we did not do it. Open Withy itself and try again.',
    cy: 'Daeth hyn o wefan arall, felly ni wnaethom ef. Agorwch Withy ei hun a rhowch gynnig arall arni.',
  },
  'plan-unreadable': {
    en: 'We cannot open this plan safely just now. Nothing is lost. Try again soon.',
    cy: 'Ni allwn agor y cynllun hwn yn ddiogel ar hyn o bryd. Nid oes dim ar goll. Rhowch gynnig arall arni cyn bo hir.',
  },
  'too-busy': {
    en: 'A lot is happening here. Try again in a moment.',
    cy: 'Mae llawer yn digwydd yma. Rhowch gynnig arall arni mewn eiliad.',
  },
  trouble: {
    en: 'Something went wrong on our side. Your words are safe. Try again.',
    cy: 'Aeth rhywbeth o’i le ar ein hochr ni. Mae eich geiriau’n ddiogel. Rhowch gynnig arall arni.',
  },
} as const satisfies Record<string, Words>

export type Refusal = keyof typeof REFUSALS

/** The body of every answer that is a no. */
export type Refused = { readonly refused: Refusal; readonly sentence: string }
