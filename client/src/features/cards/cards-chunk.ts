export { CardInWorkshop } from './card-in-workshop.tsx'
export { PeoplesCards } from './peoples-cards.tsx'
