export { default as messages } from './cy/import.json'
