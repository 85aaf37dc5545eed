export { default as messages } from './cy/where.json'
