import {
  type Box,
  boxKey,
  type Item,
  ownActionsKey,
  ownTextKey,
  retitleSection,
  type Section,
  SHAPES,
  type ShapeId,
  sectionsOf,
  setOwnTitle,
} from '@withy/shared/plan'
import { memo, type ReactNode } from 'react'
import { ActionTest } from '../features/action-tests/action-test.tsx'
import { TextBox } from '../features/editor/text-box.tsx'
import { ActionFollowUp } from '../features/follow-up/in-plan.tsx'
import { Ideas } from '../features/ideas/ideas.tsx'
import { PickAsset } from '../features/ideas/pick-asset.tsx'
import { BringIn } from '../features/import/bring-in.tsx'
import { SavedLight } from '../features/link-state/saved-light.tsx'
import { EasySlot } from '../features/lists/easy/easy-slot.tsx'
import { ListBox } from '../features/lists/list-box.tsx'
import { OwnSections } from '../features/own-sections/own-sections.tsx'
import { BoxFrame } from '../features/plan/box-frame.tsx'
import { goToSection } from '../features/plan/go-to-section.ts'
import { Part } from '../features/plan/part.tsx'
import { SectionFrame } from '../features/plan/section-frame.tsx'
import { HereChips } from '../features/presence/here-chips.tsx'
import { ReadAloudButton } from '../features/read-aloud/read-aloud-button.tsx'
import { SaidHere } from '../features/said/said-slots.tsx'
import { BoxTalk } from '../features/talk/talk-slots.tsx'
import { KeepSection, WaitingHere } from '../features/together/together-slots.tsx'
import { useDesk } from '../live/desk.tsx'
import type { LivePlan } from '../live/live-plan.ts'
import { type OwnTitle, usePlanTitles } from '../live/whole-plan.ts'
import { useText, useWords } from '../text/use-text.ts'
import { setWay, useWay } from './writing-way.ts'

/** Levels of headings on the plan page: h1 the plan, h2 a part, h3 a section, h4 a box. */
const BOX_LEVEL = 4
const SECTION_LEVEL = 3

/** All parts and sections of the plan, its own at the end. */
export function PlanSections() {
  const t = useText()
  const { template } = useDesk()
  const { titles, own, removedOwn } = usePlanTitles()
  return (
    <>
      {template.parts.map((part) => (
        <Part key={part.id} part={part}>
          {() =>
            part.sections.map((section) => (
              <CatalogueSection key={section.id} section={section} ownTitle={titles[section.id]} />
            ))
          }
        </Part>
      ))}
      <section className="part" aria-labelledby="part-own">
        <h2 id="part-own">{t('plan.own-part')}</h2>
        <p className="part-intro">{t('plan.own-intro')}</p>
        <OwnSections
          own={own}
          removed={removedOwn}
          draw={(section, controls) => <GroupSection key={section.id} section={section} controls={controls} />}
        />
      </section>
    </>
  )
}

/** One section of the plan by itself, to be written in. Nothing where the plan has none of that id (any more). */
export function OneSection({ id }: { readonly id: string }) {
  const { template } = useDesk()
  const { titles, own } = usePlanTitles()
  const section = sectionsOf(template).find((each) => each.id === id)
  if (section) return <CatalogueSection section={section} ownTitle={titles[id]} />
  const found = own.find((each) => `own:${each.id}` === id)
  return found ? <GroupSection section={found} controls={null} /> : null
}

/** Once the dialog has given back the focus. */
const goSoon = (section: string) => requestAnimationFrame(() => goToSection(section))

type CatalogueSectionProps = { readonly section: Section; readonly ownTitle: string | undefined }

const CatalogueSection = memo(function CatalogueSection({ section, ownTitle }: CatalogueSectionProps) {
  const words = useWords()
  const { live } = useDesk()
  const title = ownTitle ?? words(section.title)
  return (
    <SectionFrame
      id={section.id}
      title={title}
      firstTitle={words(section.title)}
      question={words(section.question)}
      hint={section.hint && words(section.hint)}
      onRetitle={(next) => retitleSection(live.doc, section.id, next)}
      chips={<SectionChips section={section.id} title={title} />}
      more={
        <>
          <KeepSection section={section.id} title={title} />
          <BringIn section={section.id} title={title} onAdded={goSoon} />
        </>
      }
    >
      <EasySlot section={section.id} title={title}>
        {section.boxes.map((box) => (
          <BoxFrame
            key={box.id}
            title={words(box.title)}
            question={words(box.question)}
            hint={box.hint && words(box.hint)}
          >
            <BoxContent section={section} box={box} label={`${title}, ${words(box.title)}`} />
          </BoxFrame>
        ))}
        <Ideas section={section} />
      </EasySlot>
      <SaidHere section={section.id} />
    </SectionFrame>
  )
})

type BoxContentProps = { readonly section: Section; readonly box: Box; readonly label: string }

function BoxContent({ section, box, label }: BoxContentProps) {
  const words = useWords()
  const way = useWay()
  const { live, template } = useDesk()
  const key = boxKey(section.id, box.id)
  if (box.type === 'text') {
    const place = { box: key, section: section.id, label, under: BOX_LEVEL }
    return (
      <>
        <TextBox {...place} way={way} onWay={setWay} above={words(box.question)} light={<BoxLight live={live} />} />
        <BoxTalk box={key} item={null} shape={null} label={label} />
      </>
    )
  }
  return (
    <>
      <ListBox
        box={key}
        shape={box.shape}
        section={section.id}
        label={label}
        features={section.features}
        about={(item, isOpen) => <AboutItem {...{ item, isOpen }} box={key} shape={box.shape} />}
      />
      <BoxTalk box={key} item={null} shape={box.shape} label={label} />
      {box.shape === 'asset' && template.kind === 'support' && <PickAsset box={key} label={label} />}
    </>
  )
}

/** Where a text box covers the page: whether its words are saved, and what of others waits. */
const BoxLight = ({ live }: { readonly live: LivePlan }) => (
  <>
    <SavedLight live={live} />
    <WaitingHere />
  </>
)

type AboutItemProps = {
  readonly item: Item
  readonly box: string
  readonly shape: ShapeId
  /** It is written in. */
  readonly isOpen: boolean
}

function AboutItem({ item: { id, cells }, box, shape, isOpen }: AboutItemProps) {
  const words = useWords()
  const { fields, name: kind } = SHAPES[shape]
  const name = String(cells[fields[0]?.id ?? ''] ?? '')
  return (
    <>
      {shape === 'action' && !isOpen && (
        <>
          <ActionTest item={id} name={name} />
          <ActionFollowUp item={id} name={name} />
        </>
      )}
      <BoxTalk box={box} item={id} shape={shape} label={name || words(kind)} />
    </>
  )
}

type GroupSectionProps = { readonly section: OwnTitle; readonly controls: ReactNode }

function GroupSection({ section: { id, title }, controls }: GroupSectionProps) {
  const t = useText()
  const way = useWay()
  const { live } = useDesk()
  const place = `own:${id}`
  const name = title || t('plan.own-section')
  return (
    <SectionFrame
      id={place}
      title={name}
      onRetitle={(next) => next && setOwnTitle(live.doc, id, next)}
      chips={<SectionChips section={place} title={name} />}
      more={
        <>
          {controls}
          <KeepSection section={place} title={name} />
          <BringIn section={place} title={name} onAdded={goSoon} />
        </>
      }
    >
      <EasySlot section={place} title={name}>
        <div className="box">
          <TextBox
            box={ownTextKey(id)}
            section={place}
            label={name}
            under={SECTION_LEVEL}
            light={<BoxLight live={live} />}
            way={way}
            onWay={setWay}
          />
          <BoxTalk box={ownTextKey(id)} item={null} shape={null} label={name} />
        </div>
        <div className="box">
          <ListBox
            box={ownActionsKey(id)}
            shape="action"
            section={place}
            label={t('plan.own-actions', { section: name })}
            features={[]}
            about={(item, isOpen) => <AboutItem {...{ item, isOpen }} box={ownActionsKey(id)} shape="action" />}
          />
          <BoxTalk
            box={ownActionsKey(id)}
            item={null}
            shape="action"
            label={t('plan.own-actions', { section: name })}
          />
        </div>
      </EasySlot>
      <SaidHere section={place} />
    </SectionFrame>
  )
}

const SectionChips = (about: { readonly section: string; readonly title: string }) => (
  <>
    <HereChips section={about.section} />
    <ReadAloudButton {...about} />
  </>
)
