import { write } from './write.mjs'

const WRONG = 'export const planted: number = String(1)\n'

export const plants = ['shared/src/plan', 'server/src', 'client/src', 'e2e'].map((room) => ({
  fault: `words where a number belongs, in ${room}`,
  plant: (root) => write(root, `${room}/planted.ts`, WRONG),
  expects: new RegExp(`${room}/planted\\.ts\\(1,14\\)|^(\\.\\./)?src/planted\\.ts\\(1,14\\)`, 'm'),
}))
