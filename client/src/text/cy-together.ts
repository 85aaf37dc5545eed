export { default as messages } from './cy/together.json'
