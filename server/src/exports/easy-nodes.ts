import {
  type BlockLanguage,
  EASY_TITLE,
  type EasySide,
  type Edition,
  type EditionBox,
  type EditionItem,
  type EditionSection,
  easyKey,
  easyStatus,
  isVisible,
  type Language,
  type Meaning,
  meaningsIn,
  PHOTO_WORDS,
  pictureOf,
  sidesOfFacts,
} from '@withy/shared/plan'
import { seen, visibleText } from '../http/visible-text.ts'
import { chosenEdition } from './chosen.ts'
import { photoOfRow } from './copy-photos.ts'
import type { Exported } from './exported.ts'
import { valueInWords } from './in-words.ts'
import { type EasyRow, type Node, ours, paragraph, textIn, words } from './nodes.ts'
import { type Laying, titleNode, titleOf } from './plan-nodes.ts'
import { theirsIn } from './theirs-in.ts'
import { OURS } from './words.ts'

type EasyBox = EditionBox & { readonly type: 'list' }
type LayingEasy = Laying & Pick<Exported, 'photos'>
type EasySection = { readonly section: EditionSection; readonly box: EasyBox }

/**
 * The easy words of a plan and nothing else: whether they were checked, always (SPEC EASY-31); then section by section their rows, and
 * what hard words among them mean; at the end the parts that have none.
 */
export function easyNodes(exported: Exported): Node[] {
  const { lang, status, edition } = exported
  const sections = chosenEdition(exported).parts.flatMap((part) => part.sections)
  const easy = sections.flatMap((section): EasySection[] => {
    const box = easyBoxOf(section)
    return box ? [{ section, box }] : []
  })
  const statuses = new Set(easy.map(({ box }) => statusOf(box, lang)))
  // What the plan explains goes with the whole of it alone (SPEC EXPORT-14).
  const explained = exported.sections ? [] : edition.explained
  return [
    {
      is: 'note',
      inside: [
        {
          is: 'paragraph',
          runs: [{ text: [OURS.easyRead[lang], statusOfAll(statuses, lang)].join('. '), bold: true }],
        },
        paragraph(OURS.easyAlone[lang]),
        ...(status.is === 'sealed' ? [paragraph(OURS.easyAnswers[lang])] : []),
      ],
    },
    ...easy.flatMap((one) =>
      sectionNodes(one, statuses.size > 1, explained, { lang, theirs: theirsIn(exported), photos: exported.photos }),
    ),
    ...withoutNodes(
      sections.filter((section) => !easyBoxOf(section)),
      lang,
    ),
  ]
}

const easyBoxOf = ({ id, boxes }: EditionSection): EasyBox | undefined =>
  boxes.find((box): box is EasyBox => box.key === easyKey(id) && box.type === 'list')

/** The status as the edition has it: what was true of a version stays in it, whatever words of ours become. */
const statusOf = ({ title }: EasyBox, lang: Language): string =>
  visibleText(title[lang].replace(`${EASY_TITLE[lang]}. `, ''))

/** One for all; or, where they differ, that each part says its own: nobody takes one that is not checked for one that is. */
function statusOfAll(statuses: ReadonlySet<string>, lang: Language): string {
  const notChecked = easyStatus([], undefined)[lang]
  if (statuses.size === 0) return notChecked
  if (statuses.size === 1) return [...statuses].join()
  return statuses.has(notChecked) ? OURS.easySome[lang] : OURS.easyEach[lang]
}

function sectionNodes(
  { section, box }: EasySection,
  withStatus: boolean,
  explained: Edition['explained'],
  how: LayingEasy,
): Node[] {
  const { lang } = how
  const rows = box.items.map((item) => rowOf(item, how))
  const said = rows.map(({ runs }) => textIn(runs))
  return [
    titleNode(section, 1, how),
    ...(withStatus ? [ours(statusOf(box, lang), 'quiet')] : []),
    { is: 'easy', rows },
    ...meansNodes(meaningsIn(said, explained, lang), lang),
  ]
}

/**
 * A row without words says what its picture shows. A picture this version does not have stays away, its words stay. Words in two
 * languages stand side by side, those in the copy's first (SPEC EASY-41).
 */
function rowOf(item: EditionItem, { lang, theirs, photos }: LayingEasy): EasyRow {
  const shown = item.facts.find(({ field }) => field === 'picture')?.value
  const picture = shown?.is === 'labels' && shown.picture !== undefined ? pictureOf(shown.picture)?.id : undefined
  const sides = sidesOfFacts(item, lang, theirs.lang ?? null).map((side) => ({
    ...side,
    words: visibleText(side.words),
  }))
  const [first, ...beside] = sides.filter((side) => isVisible(side.words))
  const lines = [first?.words ?? '', ...(item.other ?? []).map(visibleText)].filter(isVisible)
  // Said of a photo that the row has no more, they are not about what it shows now.
  const says = photoOfRow(item) === null ? '' : photoWordsOf(item)
  const text = lines.join('\n') || says || (shown ? valueInWords(shown, lang) : OURS.noWords[lang])
  return {
    ...words(text),
    ...(first ? langOf(first, lang, theirs) : says && theirs),
    ...(picture && { picture }),
    ...photoIn(item, text, { lang, theirs, photos }),
    ...(beside.length > 0 && {
      beside: beside.map((side) => ({ ...words(side.words), ...langOf(side, lang, theirs) })),
    }),
  }
}

/** What the photo of a row shows, in people's words; '' where nobody said. */
function photoWordsOf({ facts }: EditionItem): string {
  const value = facts.find(({ field }) => field === PHOTO_WORDS)?.value
  const said = value?.is === 'words' ? visibleText(value.words) : ''
  return isVisible(said) ? said : ''
}

/** The photo of a row with what it shows, or a line that says where it went (SPEC EASY-48). @param text what the row says itself */
function photoIn(item: EditionItem, text: string, { lang, theirs, photos }: LayingEasy): Partial<EasyRow> {
  const id = photoOfRow(item)
  if (id === null) return {}
  const says = photoWordsOf(item)
  const found = photos?.get(id)
  if (found === undefined || found === 'removed') {
    const gone = (found === 'removed' ? OURS.photoTaken : OURS.photoMissing)[lang]
    return { note: words(says && says !== text ? `(${gone} ${OURS.photoShowed[lang]} ${says})` : `(${gone})`) }
  }
  if (!says) return { photo: { id, alt: OURS.photoUnsaid[lang], inText: `(${OURS.photoUnsaid[lang]})` } }
  const alt = says === text ? '' : says
  return { photo: { id, alt, inText: `(${OURS.photo[lang]} ${says})`, ...theirs } }
}

const langOf = ({ lang }: EasySide, copy: Language, theirs: BlockLanguage): BlockLanguage =>
  !lang ? theirs : lang === copy ? {} : { lang }

function meansNodes(meanings: readonly Meaning[], lang: Language): Node[] {
  if (meanings.length === 0) return []
  const facts = meanings.map(({ word, meaning }) => ({ label: seen(word), ...words(visibleText(meaning)) }))
  const title: Node = { is: 'paragraph', runs: [{ text: `${OURS.thisMeans[lang]}…`, bold: true }] }
  return [{ is: 'note', as: 'means', inside: [title, { is: 'facts', facts }] }]
}

function withoutNodes(sections: readonly EditionSection[], lang: Language): Node[] {
  if (sections.length === 0) return []
  const titles = sections.map((section) => titleOf(section, lang)).join(' · ')
  return [{ is: 'note', inside: [ours(`${OURS.noEasyWords[lang]} ${titles}.`)] }]
}
