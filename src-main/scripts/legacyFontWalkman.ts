/**
 * What the keys of Walkman-Chanakya 901 and 905 draw: the layout of the typewriter as in Kruti Dev, but other letters beside it.
 *
 * Written down by hand from one published table, `Converters/walkman.tsv` of IIT Delhi's AssisTech group, which uses it for 901 and 905
 * (github.com/assistech-iitdelhi/InDesignFontConverters). `R` is a reph; `H` is the hook that makes फ of प and क of व.
 */
export const walkmanPairs = String.raw`
  v अ vk आ b इ bZ ई b± ईं m उ Å ऊ ½ ऋ Í ऋ , ए ,s ऐ
  d क D क् [ ख् • ख x ग X ग् ? घ् Ä ङ p च P च् N छ t ज T ज् > झ Ö झ् × ञ्
  V ट ê ट B ठ ë ठ M ड î ड < ढ ì ढ . ण् r त R त् F थ् n द / ध è ध् u न U न्
  i प I प् Ý फ् c ब C ब् H भ् e म E म्
  ; य Õ य् j र y ल Y ल् G ळ o व O व् ' श् " ष् l स L स् g ह
  { क्ष् = त्र् Ë त्र K ज्ञ J श्र Ø क्र Ñ कृ ç प्र æ द्र Ú फ्र ß ह्र à ह्व á ह्य â हृ ã ह्म É ह्न Ê ह्ण È ह्ल
  Â न्न ä द्न å द्ग í द्द ¼ द्ध Á द्म | द्य } द्व Ù त्त् # रु : रू
  z ्र ª ्र Ò ्व Ó ्च Ô ्य ï ्क ð ्ट ò ्ठ ó ्ड ô ्ढ õ ्ग Q H
  k ा f ि ¯ िं h ी q ु w ू ${'`'} ृ s े S ै W ॅ a ं ¡ ँ % ः ~ ् + ़ Z R ± Rं £ र्ि ² र्िं
  A । ¿ ऽ ñ ॰ - . ] , _ ; & - @ / \ ? $ + » % ¾ = · * ¹ [ º ] ^ ‘ * ’ ( ( ) ) ! !
  ú ० û १ ü २ ý ३ þ ४ ÿ ५ ö ६ ÷ ७ ø ८ ù ९
`
