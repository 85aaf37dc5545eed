import { LIMIT, type PlanFile, planFileOf, planFileText, sealOf } from '@withy/shared/api'
import { type Plan, sectionOfBox } from '@withy/shared/plan'
import { chosenEdition, leftOutOf } from './chosen.ts'
import { photosShown } from './copy-photos.ts'
import type { Exported } from './exported.ts'

/** The copy as a file for programs, which can be brought back (docs/FORMAT.md). It is in both languages, whichever was asked for. */
export function writeJson(exported: Exported): string {
  const { status, talk } = exported
  const leftOut = leftOutOf(exported).map(({ title }) => title)
  const file = planFileOf({
    plan: chosenPlan(exported),
    edition: chosenEdition(exported),
    status:
      status.is === 'draft'
        ? { is: 'draft', at: status.at.toISOString() }
        : {
            is: 'sealed',
            code: status.code,
            mark: status.mark,
            seal: sealOf(status.record),
            ...(!exported.sections && { record: status.record }),
          },
    ...(exported.sections && { leftOut }),
    ...(talk && { annex: talk.annex }),
  })
  const text = planFileText(file)
  const photos = photosWithin(exported, LIMIT.planFile - text.length)
  return photos.length > 0 ? planFileText({ ...file, photos }) : text
}

type PhotoInFile = NonNullable<PlanFile['photos']>[number]

/** As many photos as leave the file one that can be brought back, those of the first rows first (SPEC EASY-49). */
function photosWithin(exported: Exported, room: number): PhotoInFile[] {
  let left = room
  return photosShown(chosenEdition(exported)).flatMap((id): PhotoInFile[] => {
    const photo = exported.photos?.get(id)
    if (photo === undefined || photo === 'removed') return []
    const inFile = { id, jpeg: Buffer.from(photo.bytes).toString('base64'), ...photo.said }
    // With the spaces before each line, and the list around them.
    const size = JSON.stringify(inFile, null, 2).length + 100
    if (size > left) return []
    left -= size
    return [inFile]
  })
}

function chosenPlan({ plan, sections }: Exported): Plan {
  if (!sections) return plan
  return {
    ...plan,
    boxes: Object.fromEntries(Object.entries(plan.boxes).filter(([key]) => sections.includes(sectionOfBox(key)))),
    titles: Object.fromEntries(Object.entries(plan.titles).filter(([section]) => sections.includes(section))),
    easyChecked: Object.fromEntries(Object.entries(plan.easyChecked).filter(([section]) => sections.includes(section))),
    own: plan.own.filter(({ id }) => sections.includes(`own:${id}`)),
    unplaced: [],
  }
}
