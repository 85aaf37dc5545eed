import { change, changeJson } from './write.mjs'

const long = (words) => `${words.join(' ')}.`
const many = (word, count) => Array.from({ length: count }, () => word)

/** Puts a text in a list of the client's, in the place of one that is there. */
const text = (fault, list, language, words, expects) => ({
  fault,
  plant: (root) =>
    changeJson(root, `client/src/text/${language}/${list}.json`, (json) => {
      json.title = words
    }),
  expects,
})

export const plants = [
  text(
    'a page of hard words',
    'many',
    'en',
    many('Administrative considerations necessitate documentation.', 30).join(' '),
    /^many: \d+\.\d \(Flesch-Kincaid\), year \d+\.\d \(Spache\)$/m,
  ),
  {
    fault: 'hard words everywhere',
    alone: true,
    plant: (root) =>
      changeJson(root, 'client/src/text/en/plan.json', (json) => {
        json.title = many('Administrative considerations necessitate documentation.', 4000).join(' ')
      }),
    expects: /^all together: \d+\.\d/m,
  },
  text('a long sentence', 'share', 'en', long(['The', ...many('cat', 15)]), /share\.title \(en\) has 16 words/),
  text('a long Welsh sentence', 'share', 'cy', long(['Y', ...many('gath', 15)]), /share\.title \(cy\) has 16 words/),
  text(
    'a long form of a count',
    'home',
    'en',
    `{count, plural, one {A cat.} other {# ${long(many('cats', 15))}}}`,
    /home\.title \(en\) has 16/,
  ),
  text(
    'three sentences on the way in',
    'join',
    'en',
    'Come in. Sit down. Have tea.',
    /join\.title \(en\) has more than two/,
  ),
  text('a care word', 'people', 'en', 'Your reablement', /people\.title has the care word “reablement”/),
  text('English in Welsh', 'start', 'cy', 'Gwneud the cynllun', /start\.title has the English word “the” in Welsh/),
  {
    fault: 'a care word that nothing tells any more',
    plant: (root) => {
      for (const language of ['en', 'cy'])
        changeJson(root, `client/src/text/${language}/common.json`, (json) => {
          delete json['role-facilitator-does']
        })
    },
    expects: /common\.role-facilitator-does is to tell what “facilitator” means/,
  },
  {
    fault: 'a long sentence of a refusal',
    plant: (root) =>
      change(root, 'shared/src/api/refusals.ts', (source) =>
        source.replace(/en: '.*'/, `en: '${long(many('no', 16))}'`),
      ),
    expects: /REFUSALS\.[\w-]+ \(en\) has 16 words/,
  },
]
