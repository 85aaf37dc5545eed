/**
 * Words a child of nine in the United Kingdom knows that Spache's American list of 1974 does not have: British words and
 * spellings, what is in every pocket and on every screen now, and plain words of a school here. Reviewed by nobody yet: the
 * numbers stay below the limit without it too.
 */
export const KNOWN_HERE = `
  mum mummy dad nan nana gran grandad auntie carer neighbour favourite colour colourful grey centre metre litre theatre
  programme jewellery pyjamas tyre kerb pavement lorry van bus coach train tram taxi bike flat garden tap torch bin rubbish
  biscuit crisps sweets jam chips sandwich tea squash cooker fridge kettle cupboard wardrobe sofa settee telly rugby
  football cricket netball pitch playground term holiday fortnight autumn queue pram nappy plaster chemist surgery nurse
  hospital ambulance wheelchair council town village pub shop market café library church mosque temple post postcode pound
  pence pocket jumper trousers trainers wellies coat umbrella
  phone laptop tablet computer screen keyboard mouse website web internet email text app password code camera file link
  page copy print press type typed scan tick box list form title heading sentence paragraph section map calendar date
  English Welsh Wales Scotland Ireland England Britain
  nobody somebody everybody anybody everyone someone anything everything whoever themselves yourself itself cannot
  choose chose chosen choice agree share vote private
  sam withy
`
  .trim()
  .toLowerCase()
  .split(/\s+/)
