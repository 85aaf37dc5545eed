export { default as messages } from './cy/reading.json'
