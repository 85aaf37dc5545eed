export { default as messages } from './en/said.json'
