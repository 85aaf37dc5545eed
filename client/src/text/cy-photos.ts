export { default as messages } from './cy/photos.json'
