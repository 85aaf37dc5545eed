export { default as messages } from './cy/copies.json'
