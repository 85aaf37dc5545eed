import { runPictures } from '../ground/runners.mjs'

/** Pictures of every page at three sizes, into docs/pictures. @returns the exit code */
export const main = (args) => runPictures(args)
