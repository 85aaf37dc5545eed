export { default as messages } from './cy/said.json'
