import { takePictures } from '../ground/picture-sets.mjs'

/** Takes the chosen pictures of easy words out of the sets they are from, and writes each as a small file. @returns the exit code */
export const main = () => takePictures()
