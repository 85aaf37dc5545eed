import type { Rolldown } from 'vite'

/**
 * What is one file of the build and not one each. A module that several pages need becomes a file by itself: a plan was 76 of them, most
 * under half a kilobyte, and a phone asks for six at a time. Each group is what the same pages need; a module that is in none
 * becomes a file as before, so this only says what is asked for together. A group brings with it all that its modules import: one
 * that needs Yjs must not be among what pages without it need (`npm run check -- size` weighs the first pages).
 */
export const FILES_TOGETHER: Rolldown.CodeSplittingGroup[] = [
  // What ten pages or more share. Not what asks before something goes: no page begins with that.
  { name: 'shared', test: /client\/src\/(ui|api)\/(?!ask-first)/, minShareCount: 10 },
  // What every page begins with. Without it the next groups would take from it what they import, and every page begin with them.
  { name: 'first', tags: ['$initial'] },
  {
    name: 'many-pages',
    test: /plan\/(dates|visible)\.|told-apart|access\/rules|use-dates|refused-page|ui\/(face|use-when-idle)\.|link-state\/gone-words/,
  },
  {
    name: 'catalogue',
    test: /src\/plan\/(catalogue|plain-words|wording|shapes|boxes|area-plan|support-plan|closing-sections|feature|templates)/,
  },
  // A plan that is read.
  {
    name: 'reading',
    test: /plan-view\/(names|explain|box-view|outline|rich-text-view|item-view|newer-plan|read-section|unplaced)|easy-read-slot|pages\/(glossary-part|words-to-read|print-draft|same-place|read-plan)|use-is-narrow|src\/plan\/(words-of|actions-of|runs|in-section|easy\/(place|sides))\./,
  },
  // A plan that is open, or asked about.
  {
    name: 'beside',
    test: /src\/plan\/(blank|completeness|plan-doc)\.|api\/(follow-ups|talk)\.|taken-out-page|live\/asking|move-buttons/,
  },
  { name: 'differences', test: /node_modules\/diff\/|src\/plan\/hunks\./ },
  // A plan that is open: its document, then its room.
  {
    name: 'document',
    test: /src\/plan\/(write-rich-text|ordered-map|list-edits|own-sections|yjs-content|order|read-items|signed-text|rich-text|read-plan)\./,
  },
  {
    name: 'room',
    test: /src\/(live\/(use-live|writing-place|desk|root-changes|whole-plan|others-changes|live-plan)\.|features\/(presence\/people-here|talk\/(talk-place|hidden|suggest\/words-editor)|link-state\/(news-of|link-news|light-words|use-close|kept-words|ended)))/,
  },
]
