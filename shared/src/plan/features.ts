import type { Feature, FeatureId, Source, Words } from './catalogue.ts'
import { say } from './wording.ts'

const feature = (
  number: number,
  id: FeatureId,
  group: Feature['group'],
  source: Source,
  title: Words,
  meaning: Words,
): Feature => ({ id, number, title, group, meaning, source })

/**
 * The ten features of an asset-based area, in their order [PLAN-50]. 1-7 are confirmed in the 2016 text of Think Local
 * Act Personal and the Building Community Capacity network; 8-10 are our reading of later summaries, never a quotation.
 */
export const FEATURES: readonly Feature[] = [
  feature(
    1,
    'living-map',
    'A',
    'confirmed',
    say('Living map', 'Map byw'),
    say(
      'An up-to-date picture of everything the area has. Skills, groups, buildings, land, business, public and private money.',
      'Darlun cyfoes o bopeth sydd gan yr ardal. Sgiliau, grwpiau, adeiladau, tir, busnes, arian cyhoeddus a phreifat.',
    ),
  ),
  feature(
    2,
    'shared-power',
    'A',
    'confirmed',
    say('Shared power', 'Rhannu grym'),
    say(
      'Power moves to the people who live here. Working as equal partners is normal.',
      'Mae grym yn symud at y bobl sy’n byw yma. Mae gweithio fel partneriaid cyfartal yn arferol.',
    ),
  ),
  feature(
    3,
    'connection-test',
    'B',
    'confirmed',
    say('Connection test', 'Prawf cysylltiad'),
    say(
      'Services must leave people stronger and better connected. Money follows what can show it.',
      'Rhaid i wasanaethau adael pobl yn gryfach ac yn fwy cysylltiedig. Mae arian yn dilyn yr hyn sy’n gallu dangos hynny.',
    ),
  ),
  feature(
    4,
    'social-value',
    'B',
    'confirmed',
    say('Social value', 'Gwerth cymdeithasol'),
    say(
      'Contracts and grants are judged by the good they do here.',
      'Mae contractau a grantiau’n cael eu barnu yn ôl y lles a wnânt yma.',
    ),
  ),
  feature(
    5,
    'community-enterprise',
    'C',
    'confirmed',
    say('Community enterprise', 'Menter gymunedol'),
    say(
      'There is a wide mix of support. Local firms, and ones that work for people and not for money, are partners.',
      'Mae cymysgedd eang o gymorth. Mae mentrau cymdeithasol, mentrau cymunedol a busnesau lleol yn bartneriaid.',
    ),
  ),
  feature(
    6,
    'shared-ownership',
    'C',
    'confirmed',
    say('Shared ownership', 'Perchnogaeth ar y cyd'),
    say(
      'People own and run things together. There are paid roles for people who have used services.',
      'Mae pobl yn berchen ar bethau ac yn eu rhedeg gyda’i gilydd. Mae rolau â thâl i bobl sydd wedi defnyddio gwasanaethau.',
    ),
  ),
  feature(
    7,
    'neighbourhoods',
    'A',
    'confirmed',
    say('Neighbourhoods first', 'Cymdogaethau yn gyntaf'),
    say(
      'We plan by places that people know as theirs. Money goes into connecting people.',
      'Rydym yn cynllunio yn ôl lleoedd y mae pobl yn eu hadnabod. Mae arian yn mynd at gysylltu pobl.',
    ),
  ),
  feature(
    8,
    'everyone-included',
    'A',
    'our reading',
    say('Everyone included', 'Pawb yn rhan'),
    say(
      'People who are usually left out hold power first. We tackle unfairness on purpose.',
      'Pobl sy’n cael eu gadael allan fel arfer sy’n cael grym gyntaf. Rydym yn taclo annhegwch yn fwriadol.',
    ),
  ),
  feature(
    9,
    'shared-story',
    'B',
    'our reading',
    say('One shared story', 'Un stori ar y cyd'),
    say(
      'There is one plain story of change. Every service works for the same good life.',
      'Mae un stori syml am newid. Mae pob gwasanaeth yn gweithio dros yr un bywyd da.',
    ),
  ),
  feature(
    10,
    'social-action',
    'C',
    'our reading',
    say('Volunteering and social action', 'Gwirfoddoli a gweithredu cymdeithasol'),
    say(
      'Caring, volunteering and being a good neighbour are valued and supported. They are never used as free labour.',
      'Mae gofalu, gwirfoddoli a bod yn gymydog da yn cael eu gwerthfawrogi a’u cefnogi. Nid llafur am ddim ydyn nhw.',
    ),
  ),
]
