import { isPassedOn, type SealedAnswer } from '@withy/shared/api'
import { type EditionPart, type EditionSection, fingerprint, inLanguage } from '@withy/shared/plan'
import { seen, visibleText } from '../http/visible-text.ts'
import { agreedNodes } from './agreed-nodes.ts'
import { AGREED } from './agreed-words.ts'
import { chosenEdition } from './chosen.ts'
import { type Exported, momentOf } from './exported.ts'
import { CARE_PLAN, idOf, type Resource, refTo, SNOMED, uuidOf, versionOf } from './fhir-ids.ts'
import { careTeam, type FhirPeople, fhirPeople } from './fhir-people.ts'
import { carePlans, consents, goals } from './fhir-plans.ts'
import { narrativeOf } from './fhir-xhtml.ts'
import { layingOf, namedOf } from './pages.ts'
import { explainedNodes, type Laying, partNodes, unplacedNodes } from './plan-nodes.ts'
import { OURS } from './words.ts'

const AS_DATA = { en: 'The same as data', cy: 'Yr un peth fel data' } as const

/** A voice or hand that stands behind the document. */
type Attester = { readonly mode: string; readonly time: string; readonly party: ReturnType<typeof refTo> }

/**
 * A support plan as a document of FHIR R4, for the systems of councils and the NHS: UK Core-aligned, and no more is said of it. Every
 * word a reader sees is in the narrative of its sections. A draft is preliminary. A plan about a place is not about a patient
 * and has none (SPEC EXPORT-49 to 51; docs/decisions/0025).
 */
export function writeFhir(whole: Exported): string {
  const copyId = idOf(versionOf(whole), whole)
  const exported = { ...whole, edition: chosenEdition(whole) }
  const people = fhirPeople(exported, copyId)
  const about = { exported, people, copyId }
  const team = careTeam(exported, people.patient, copyId)
  const hoped = goals(about)
  const plans = carePlans(about, hoped, team[0])
  const consented = consents(about)
  const composition = compositionOf(whole, people, copyId, [...plans, ...hoped, ...team.slice(0, 1), ...consented])
  const resources = [
    ...[composition, people.patient, ...people.others, ...team, ...plans, ...hoped, ...consented],
    provenanceOf(whole, composition, people, copyId),
  ]
  const bundle: Resource = {
    resourceType: 'Bundle',
    id: uuidOf(copyId, 'bundle'),
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${uuidOf(copyId, 'bundle')}` },
    type: 'document',
    timestamp: momentOf(whole).toISOString(),
    entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
  }
  return `${JSON.stringify(bundle, null, 2)}\n`
}

function compositionOf(exported: Exported, people: FhirPeople, copyId: string, about: readonly Resource[]): Resource {
  const { lang, status, sections } = exported
  const { title, head, mark } = namedOf(exported)
  const record = status.is === 'sealed' && !sections ? status.record : undefined
  const edition = chosenEdition(exported)
  const how = layingOf(exported)
  const said = (title: string, nodes: Parameters<typeof narrativeOf>[0]) => ({ title, text: narrativeOf(nodes, lang) })
  const part = (part: EditionPart) => ({
    title: visibleText(part.title[lang]),
    section: [
      ...part.sections.map((section) => sectionOf(part, section, exported)),
      ...(part.empty.length > 0 ? [said(OURS.stillEmpty[lang], emptyIn(part, how))] : []),
    ],
  })
  return {
    resourceType: 'Composition',
    id: uuidOf(copyId, 'composition'),
    language: `${lang}-GB`,
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${uuidOf(copyId, 'composition')}` },
    status: status.is === 'sealed' ? 'final' : 'preliminary',
    type: CARE_PLAN,
    category: [CARE_PLAN],
    subject: refTo(people.patient),
    date: momentOf(exported).toISOString(),
    author: [refTo(people.patient)],
    title: [title, head, mark].filter(Boolean).join(' · '),
    ...(record && attested(record.answers, people)),
    ...(record?.previous && {
      relatesTo: [
        {
          code: 'replaces',
          targetIdentifier: {
            system: 'urn:ietf:rfc:3986',
            value: `urn:uuid:${uuidOf(idOf(record.previous, exported), 'composition')}`,
          },
        },
      ],
    }),
    section: [
      ...(record ? [said(AGREED.who[lang], agreedNodes(record, how, 'normal'))] : []),
      ...edition.parts.map(part),
      ...(edition.explained.length > 0
        ? [said(OURS.explained[lang], explainedNodes(edition.explained, 'explained', how).slice(1))]
        : []),
      ...(edition.unplaced.length > 0
        ? [said(OURS.unplaced[lang], unplacedNodes(edition.unplaced, 'unplaced', how).slice(1))]
        : []),
      { title: AS_DATA[lang], entry: about.map((resource) => refTo(resource)) },
    ],
  }
}

/** What is named of a part in which nothing is written. */
const emptyIn = (part: EditionPart, how: Laying) => partNodes({ ...part, sections: [] }, part.id, how).slice(1)

function sectionOf(part: EditionPart, section: EditionSection, exported: Exported) {
  const { lang } = exported
  // The titles of part and section are the section's own.
  const nodes = partNodes({ ...part, sections: [section], empty: [] }, part.id, layingOf(exported)).slice(2)
  return {
    title: seen(inLanguage(section.title, lang)),
    ...(section.codes && { code: { coding: section.codes.map(({ code }) => ({ system: SNOMED, code })) } }),
    text: narrativeOf(nodes, lang),
  }
}

/**
 * Those who agreed to these very words as a whole, themselves or by who decides for them, and had not left: who has their name now is
 * somebody else (SPEC AGREE-58, AGREE-59). Others stand in the section on who said what.
 */
function attested(answers: readonly SealedAnswer[], people: FhirPeople): { attester?: Attester[] } {
  const attester = answers.flatMap((given): Attester[] => {
    const { name, voice, answer, section, by, acting, at, ofTheseWords, left } = given
    if (section !== null || !ofTheseWords || (answer !== 'agree' && answer !== 'agree-with')) return []
    if (left || isPassedOn(given)) return []
    // Who decides for a person who is not in the plan answers under their own name (SPEC AGREE-18).
    const isForThem = acting !== null && acting !== 'supporter'
    const party = people.called(isForThem ? (by ?? name) : name)
    if (!party) return []
    const mode = isForThem ? 'legal' : voice === 'professional' ? 'professional' : 'personal'
    return [{ mode, time: at, party }]
  })
  return attester.length > 0 ? { attester } : {}
}

/** What the document is a copy of: the fingerprint of its words and, of a sealed version, its seal and code. */
function provenanceOf(exported: Exported, composition: Resource, people: FhirPeople, copyId: string): Resource {
  const { status, edition } = exported
  const identifiers = [
    ['fingerprint', fingerprint(edition)],
    ...(status.is === 'sealed'
      ? [
          ['seal', versionOf(exported)],
          ['code', status.code],
        ]
      : []),
  ] as const
  return {
    resourceType: 'Provenance',
    id: uuidOf(copyId, 'provenance'),
    target: [refTo(composition)],
    recorded: momentOf(exported).toISOString(),
    agent: [{ who: refTo(people.patient) }],
    entity: identifiers.map(([name, value]) => ({
      role: 'source',
      what: { identifier: { system: `urn:x-withy:${name}`, value } },
    })),
  }
}
