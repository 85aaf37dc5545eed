export { default as messages } from './cy/check.json'
