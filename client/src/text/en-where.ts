export { default as messages } from './en/where.json'
