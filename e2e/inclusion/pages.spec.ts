import { LANGUAGES } from '@withy/shared/plan'
import { type Devices, everyPage, openDevices, THEIRS, type Visit } from '../pages.ts'
import { bring, copyExample, PHONE, type Someone, test } from '../people.ts'
import type { Withy } from '../withy.ts'
import { lookInEachTheme } from './in-each-theme.ts'
import { bigText } from './looks/big-text.ts'
import { crawl } from './looks/crawl.ts'
import { dates } from './looks/dates.ts'
import { englishWords } from './looks/english-words.ts'
import { films } from './looks/films.ts'
import { forcedColours } from './looks/forced-colours.ts'
import { ibm } from './looks/ibm.ts'
import { markedLanguages } from './looks/marked-languages.ts'
import { motion } from './looks/motion.ts'
import { names } from './looks/names.ts'
import { narrow, onEachDevice } from './looks/narrow.ts'
import { noDrag } from './looks/no-drag.ts'
import { notColourAlone } from './looks/not-colour-alone.ts'
import { pictures } from './looks/pictures.ts'
import { samePlace } from './looks/same-place.ts'
import { structure } from './looks/structure.ts'
import { targets } from './looks/targets.ts'
import { gather, wanted } from './looks.ts'
import { note } from './noted.ts'
import { listenForOthers } from './requests.ts'

/** Where a fault is planted, these show it. */
const FEW = ['home', 'start', 'plan', 'agree']
const IS_SHORT = Boolean(process.env.WITHY_INCLUSION_SHORT)
const OF_A_PERSON = 'A plan about a person: these pages are those of a plan about a place'
/** So many tests share the pages of one language: each has people and a plan of its own. */
const SHARES = IS_SHORT ? 1 : 4
/** A phone on its side, and a tablet. */
const ALSO_TOUCHED = { 'phone on its side': { width: 740, height: 360 }, tablet: { width: 820, height: 1180 } }

const ONCE = [ibm, notColourAlone, motion, markedLanguages, pictures, films, names, dates, englishWords(THEIRS)]
const SIZES = [narrow, onEachDevice, bigText, forcedColours]
const TOUCHED = [targets, noDrag]

// Welsh pages also show what is marked as being in no language or another.
for (const language of IS_SHORT ? LANGUAGES.slice(1) : LANGUAGES) {
  test(`@B10 @E6 @E9 each page is a place of its own, with help where it always is, ${language}`, async ({
    withy,
    anna,
    ben,
    browser,
  }, info) => {
    // Of all pages at once: a title is its own, and help in the same place, beside every other page.
    const visits = await visitsOf({ withy, anna, ben })
    const gathered = gather()
    const devices = await openDevices(anna, withy, browser, { theme: 'white', language })
    const looks = wanted([structure(), samePlace()])
    await eachPage(devices, visits, (page, name) => gathered.look(looks, page, `${name}, ${language}`))
    await devices.close()
    for (const seen of gathered.all()) note(info, seen)
  })

  for (let share = 0; share < SHARES; share += 1) {
    const which = `${language}, ${share + 1} of ${SHARES}`

    test(`@B1 @B3 @B4 pages in every theme, ${which}`, async ({ withy, anna, ben, browser }, info) => {
      const visits = await visitsOf({ withy, anna, ben }, share)
      const devices = await openDevices(anna, withy, browser, { theme: 'white', language })
      const gathered = gather()
      await eachPage(devices, visits, async (page, name) => {
        await lookInEachTheme(gathered, page, `${name}, ${language}`)
      })
      await devices.close()
      for (const seen of gathered.all()) note(info, { ...seen, leftOut: [...(seen.leftOut ?? []), OF_A_PERSON] })
    })

    test(`@B2 @B5 @B6 @B7 @B8 @B9 @B11 @B12 @B13 @C4 @C5 @C6 ${language === 'cy' ? '@F1 ' : ''}@F5 @G7 pages as they are built, ${which}`, async ({
      withy,
      anna,
      ben,
      browser,
    }, info) => {
      const visits = await visitsOf({ withy, anna, ben }, share)
      const gathered = gather()
      const onLaptop = await openDevices(anna, withy, browser, { theme: 'white', language })
      const others = listenForOthers(browser, withy)
      const looks = wanted([...ONCE, ...SIZES])
      await eachPage(onLaptop, visits, (page, name) => gathered.look(looks, page, `${name}, ${language}`))
      await onLaptop.close()
      const onPhone = await openDevices(anna, withy, browser, { theme: 'white', language }, PHONE)
      others.more()
      await eachPage(onPhone, visits, async (page, name) => {
        await gathered.look(wanted(TOUCHED), page, `${name}, phone, ${language}`)
        for (const [device, size] of Object.entries(ALSO_TOUCHED)) {
          await page.setViewportSize(size)
          await gathered.look(wanted(TOUCHED), page, `${name}, ${device}, ${language}`)
        }
        if (PHONE.viewport) await page.setViewportSize(PHONE.viewport)
      })
      await onPhone.close()
      for (const seen of gathered.all()) note(info, { ...seen, leftOut: [...(seen.leftOut ?? []), OF_A_PERSON] })
      note(info, others.found())
    })

    test(`@C2 @C3 pages by Tab, ${which}`, async ({ withy, anna, ben, browser }, info) => {
      const visits = await visitsOf({ withy, anna, ben }, share)
      const gathered = gather()
      const devices = await openDevices(anna, withy, browser, { theme: 'white', language })
      await eachPage(devices, visits, (page, name) => gathered.look(wanted([crawl]), page, `${name}, ${language}`))
      await devices.close()
      for (const seen of gathered.all()) note(info, { ...seen, leftOut: [...(seen.leftOut ?? []), OF_A_PERSON] })
    })
  }
}

type Setting = { readonly withy: Withy; readonly anna: Someone; readonly ben: Someone }

/** All pages of a plan with words and two people, or a test's share of them. */
async function visitsOf({ withy, anna, ben }: Setting, share?: number): Promise<readonly Visit[]> {
  const plan = await copyExample(anna, withy, 'brackenford-east')
  await bring(anna, withy, plan, [ben])
  const all = await everyPage(anna, withy, plan)
  if (IS_SHORT) return all.filter(({ name }) => FEW.includes(name))
  return share === undefined ? all : all.filter((_, at) => at % SHARES === share)
}

type Page = Devices['page']

async function eachPage(devices: Devices, visits: readonly Visit[], look: (page: Page, name: string) => Promise<void>) {
  for (const visit of visits) await look(await devices.visit(visit), visit.name)
}
