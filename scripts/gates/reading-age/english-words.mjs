/**
 * English words that no Welsh sentence has: words every English sentence is made of, and those of buttons and pages. Left
 * out are words both languages write alike, also as they begin after others (a, am, does, down, go, had, hen, man, person, plan, print,
 * stop, to, we, well).
 */
export const ENGLISH_WORDS = new Set(
  `
  the and of that this these those with without from into onto about above across after again against along among
  any anyone anything are around as ask asked away back be became because become been before began begin behind
  being below beside between both but by can't cannot come comes could day days did didn't doesn't doing done don't
  during each early easy else enough even ever every everybody everyone everything far few find first for found gave
  get gets give given gives goes going gone good got has hasn't have haven't he her here hers him his how however if
  important in inside instead isn't it its itself just keep keeps kept knew know known last later least leave left
  less let like little long look looks lost made make makes many may maybe me mean means meant might mine more most
  much must my myself near need needs never new next no nobody nothing now often old once one only or other others
  our ours out outside over own page pages people perhaps please press put quite rather ready really right said same
  saw say says see seen send sent set she should show shown shows since so some somebody someone something soon
  still such take taken takes tell than thank their theirs them themselves then there they thing things think though
  thought three through time today together told too took towards tried try turn two under until up upon us use used
  uses using very want wanted wants was wasn't way went were what when where whether which while who whole whom
  whose why will within won't word words work works would write writes writing written wrote year years yes yet you
  your yours yourself add added agree agreed agreement answer answers box button cancel change changed changes check
  checked choose chosen close closed code comment comments connect connected connection copies copy delete device
  download draft edit empty file files finish format forget forgotten friend headings hidden hide home idea ideas
  invite join joined keyboard language letters light link links list load loading message move moved name names note
  notes open opened owner paper password phone picture pictures plans private question questions read reader reading
  record remove removed reply save saved saving screen seal sealed search section sections settings share shared
  sign size space start started suggest suggested support switch talk text tick title type typed undo version voice
  vote votes waiting welcome workshop workshops
  `
    .trim()
    .split(/\s+/),
)
