import { LANGUAGES } from '@withy/shared/plan'
import { openDevices, THEIRS } from '../pages.ts'
import { bring, copyExample, test } from '../people.ts'
import { wordsIn } from '../words.ts'
import { lookInEachTheme } from './in-each-theme.ts'
import { bigText } from './looks/big-text.ts'
import { crawl } from './looks/crawl.ts'
import { englishWords } from './looks/english-words.ts'
import { forcedColours } from './looks/forced-colours.ts'
import { ibm } from './looks/ibm.ts'
import { leaveDialog, leaveTextBox } from './looks/leave.ts'
import { markedLanguages } from './looks/marked-languages.ts'
import { names } from './looks/names.ts'
import { narrow } from './looks/narrow.ts'
import { notColourAlone } from './looks/not-colour-alone.ts'
import { pictures } from './looks/pictures.ts'
import { targets } from './looks/targets.ts'
import { gather, isWanted, wanted } from './looks.ts'
import { note } from './noted.ts'
import { everyState } from './states.ts'

const IS_SHORT = Boolean(process.env.WITHY_INCLUSION_SHORT)
const LOOKS = [
  ...[notColourAlone, names, targets, markedLanguages, ibm, narrow, bigText, forcedColours, pictures],
  englishWords(THEIRS),
]
const LEAVES = { dialog: [crawl, leaveDialog], 'text box': [leaveTextBox] }
/** Each has people and a plan of its own. */
const SHARES = IS_SHORT ? 1 : 2
/** Where a fault is planted, these show it. */
const FEW = ['starting with nothing filled in', 'how it looks']

/** There are some thirty more; journeys open most of them, and look at few in this way. */
const NOT_OPENED =
  'Dialogs and forms that are opened less often: suggesting words, bringing in words, sealing, versions, the room screen’s set-up, sheets of a workshop'

/** Of planted faults these are seen here alone; the pages show all others. */
const SEEN_HERE = ['B8', 'C2'].some(isWanted)

for (const language of IS_SHORT ? LANGUAGES.slice(0, SEEN_HERE ? 1 : 0) : LANGUAGES) {
  for (let share = 0; share < SHARES; share += 1) {
    test(`@B1 @B2 @B3 @B4 @B5 @B6 @B7 @B8 @B11 @B12 @C2 @C3 @C4 @C6 ${language === 'cy' ? '@F1 ' : ''}what is empty, missing, open and cut off, ${language}, ${share + 1} of ${SHARES}`, async ({
      withy,
      anna,
      ben,
      browser,
    }, info) => {
      const plan = await copyExample(anna, withy, 'brackenford-east')
      await bring(anna, withy, plan, [ben])
      const gathered = gather()
      const states = await everyState(anna, withy, plan, wordsIn(language))
      const own = states.filter(({ name }, at) => (IS_SHORT ? FEW.includes(name) : at % SHARES === share))
      for (const { name, open, leaves } of own) {
        // A device for each: what is typed, cut off or on its way in one is not met in the next.
        const devices = await openDevices(anna, withy, browser, { theme: 'white', language })
        await open(devices.page)
        await lookInEachTheme(gathered, devices.page, `${name}, ${language}`)
        const looks = wanted([...LOOKS, ...(leaves ? LEAVES[leaves] : [])])
        await gathered.look(looks, devices.page, `${name}, ${language}`)
        await devices.close()
      }
      for (const seen of gathered.all()) note(info, { ...seen, leftOut: [...(seen.leftOut ?? []), NOT_OPENED] })
    })
  }
}
