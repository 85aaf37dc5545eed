import { wordsInFile } from './words-in-file.ts'

// A file of anybody's is read apart from the page, so that reading it can be stopped.
self.addEventListener('message', async ({ data }: MessageEvent<{ name: string; bytes: ArrayBuffer }>) => {
  self.postMessage(await wordsInFile(data.name, new Uint8Array(data.bytes)))
})
