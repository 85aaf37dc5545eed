export { default as messages } from './cy/help.json'
