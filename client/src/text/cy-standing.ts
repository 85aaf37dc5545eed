export { default as messages } from './cy/standing.json'
