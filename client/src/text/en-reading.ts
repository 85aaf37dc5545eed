export { default as messages } from './en/reading.json'
