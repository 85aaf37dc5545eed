import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { change, changeJson } from './write.mjs'

/** Adds a text of our own making to the client's, in either language or both. */
const text = (fault, { en, cy }, expects) => {
  const key = `planted-${fault.replaceAll(' ', '-')}`
  return {
    fault,
    plant: (root) => {
      for (const [language, words] of Object.entries({ en, cy })) {
        if (words === undefined) continue
        changeJson(root, `client/src/text/${language}/common.json`, (json) => {
          json[key] = words
        })
      }
    },
    expects: new RegExp(`common\\.${key} ${expects}`),
  }
}

export const plants = [
  text('no Welsh', { en: 'A willow' }, 'is missing in Welsh'),
  text('no English', { cy: 'Helygen' }, 'is missing in English'),
  text('not translated', { en: 'A willow by the river', cy: 'A willow by the river' }, 'is the same in Welsh'),
  text('empty', { en: 'A willow', cy: ' ' }, '\\(cy\\) is empty'),
  text('unkind', { en: 'Invalid willow', cy: 'Helygen' }, '\\(en\\) says "Invalid"'),
  text('broken ICU', { en: '{count, plural, one {#}', cy: 'Helygen' }, 'cannot be read as ICU'),
  text(
    'other places',
    { en: '{name} is here', cy: 'Mae rhywun yma' },
    'is filled with "name" in English and "" in Welsh',
  ),
  text(
    'too few forms',
    { en: '{count, plural, one {# willow} other {# willows}}', cy: '{count, plural, one {# helygen} other {# helyg}}' },
    'has no Welsh for count: zero, two, few, many',
  ),
  text(
    'not counted',
    { en: '{count, plural, one {# willow} other {# willows}}', cy: 'Helyg: {count}' },
    'counts count in English only',
  ),
  {
    fault: 'a third language that lacks a text, and a form of a count',
    // Each text of the others would be missing in it.
    alone: true,
    plant: (root) => {
      const folder = join(root, 'client/src/text')
      cpSync(join(folder, 'en'), join(folder, 'pl'), { recursive: true })
      changeJson(root, 'client/src/text/pl/common.json', (json) => {
        delete json.cancel
      })
    },
    expects: /common\.cancel is missing in Polish[\s\S]* has no Polish for \w+: few, many/,
  },
  text('shown nowhere', { en: 'A willow', cy: 'Helygen' }, 'is shown nowhere'),
  {
    fault: 'a text of which only the beginning is asked for',
    plant: (root) => {
      for (const [language, words] of [
        ['en', 'A stranger'],
        ['cy', 'Dieithryn'],
      ])
        changeJson(root, `client/src/text/${language}/common.json`, (json) => {
          json['role-planted'] = words
        })
    },
    expects: /common\.role-planted is shown nowhere/,
  },
  {
    fault: 'a sentence no copy has',
    plant: (root) =>
      change(root, 'server/src/exports/words.ts', (source) =>
        source.replace('OURS = {\n', "OURS = {\n  planted: { en: 'A willow', cy: 'Helygen' },\n"),
      ),
    expects: /OURS\.planted of exports\/words\.ts is shown nowhere/,
  },
  {
    fault: 'a voice that copies name otherwise than pages',
    plant: (root) =>
      change(root, 'server/src/exports/words.ts', (source) =>
        source.replace("en: 'I live here'", "en: 'I lived here'"),
      ),
    expects: /VOICE\.resident of exports\/words\.ts says it otherwise than common\.voice-resident/,
  },
  {
    fault: 'a sentence of a copy that is not translated',
    plant: (root) =>
      change(root, 'server/src/exports/words.ts', (source) => source.replace("cy: 'Gall newid o hyd.'", "cy: ''")),
    expects: /OURS\.\w+ \(cy\) is empty/,
  },
  {
    fault: 'a refusal that is not translated',
    plant: (root) => change(root, 'shared/src/api/refusals.ts', (source) => source.replace(/cy: .*$/m, "cy: '',")),
    expects: /REFUSALS\.[\w-]+ \(cy\) is empty/,
  },
]
