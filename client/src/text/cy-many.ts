export { default as messages } from './cy/many.json'
