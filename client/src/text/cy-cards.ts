export { default as messages } from './cy/cards.json'
