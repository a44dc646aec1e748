/**
 * What the keys of Kruti Dev 010 draw, as pairs of the letters in the file and the letters they stand for; DevLys shares the layout.
 *
 * Written down by hand from published tables, without what they read differently: `FontConverters/kruti.tsv` of IIT Delhi's AssisTech group
 * (github.com/assistech-iitdelhi/InDesignFontConverters), `Krutidev.js` of Padma (github.com/pankaj28843/padma) and the table that the
 * Kruti Dev converters of the Scientific and Technical Hindi group share (github.com/Open-Speech-EkStep/common_scripts). Where they
 * disagree on which way a double quote turns, it is a straight one. `R` is a reph, which stands behind its syllable.
 */
export const krutiPairs = String.raw`
  v अ vk आ b इ bZ ई Ã ई b± ईं m उ Å ऊ _ ऋ , ए ,s ऐ
  d क D क् [ ख् x ग X ग् ? घ् Ä घ ³ ङ p च P च् N छ t ज T ज् > झ ÷ झ् Ö झ् ¥ ञ
  V ट B ठ M ड < ढ . ण् r त R त् F थ् n द / ध् Ë ध् è ध् u न U न्
  i प I प् Q फ ¶ फ् c ब C ब् H भ् Ò भ e म E म्
  ; य ¸ य् Ó ्य j र y ल Y ल् G ळ o व O व् ' श् “ श् ” श् Ü श् " ष् ‘ ष् ’ ष् l स L स् g ह º ह्
  { क्ष् = त्र « त्र् K ज्ञ J श्र ô क्क ä क्त Ø क्र £ ख्र ê ट्ट Í ट्ट ë ट्ठ Î ट्ठ ð ठ्ठ ì ड्ड Ï ड्ड ï ड्ढ Ô ड्ढ
  Ù त्त् Ì द्द í द्द ) द्ध ö द्भ ˜ द्भ | द्य } द्व æ द्र é न्न ™ न्न् Ý फ्र ç प्र Á प्र à ह्न ã ह्म á ह्य
  Ñ कृ — कृ – दृ â हृ # रु : रू î ्य z ्र ª ्र
  k ा f ि Ç िं h ी È ीं q ु w ू ${'`'} ृ s े ¢ े S ै ‚ ॉ ¨ ो ® ो © ौ W ॅ a ं ¡ ँ % ः ~ ् + ़ Z R ± Rं Æ र्ि É र्िं
  A । · ऽ ∙ ऽ - . ] , ( ; & - @ / \ ? ¼ ( ½ ) ¾ = ¿ { À } ^ ‘ * ’ Þ " ß " Œ ॰ ñ ॰ ! !
  å ० ƒ १ „ २ … ३ † ४ ‡ ५ ˆ ६ ‰ ७ Š ८ ‹ ९
`
