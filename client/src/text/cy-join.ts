export { default as messages } from './cy/join.json'
