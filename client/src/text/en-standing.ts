export { default as messages } from './en/standing.json'
