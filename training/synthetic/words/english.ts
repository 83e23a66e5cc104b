/** Own lists for invented English titles, translations and bodies. No list was taken from a source. */
const list = (text: string): readonly string[] => text.split('|').map((item) => item.trim())

export const heads: readonly string[] = list(
  'Problems|Features|Development|Foundations|Theory|History|Methods|Analysis|Assessment|A study|A model|Modelling|Formation|Trends|Prospects|Mechanisms|The role|The impact|Evolution|The structure|Dynamics|Management|Strategies|Principles|Politics|Economics|Philosophy|Legal regulation|Sources|Typology|The current state|Determinants|Geographical aspects|Some aspects|Synthesis|Measurement|The problem|Peculiarities',
)
export const objects: readonly string[] = list(
  'regional integration|border trade|transport corridors|agriculture|higher education|public consciousness|national identity|water resources|steppe landscapes|labour migration|small business|public administration|foreign policy|the energy market|the digital economy|the urban environment|oral tradition|the literary process|historical memory|intercultural communication|vocational training|investment activity|the banking sector|the tax system|soil cover|forest ecosystems|rocks|polymer materials|differential equations|groundwater|food security|human capital|mass media|local self-government|civil society|constitutional law|criminal procedure|ancient nomads|medieval towns|folk music|child speech|learning motivation|social stratification|electronic government|solar energy|grain crops|quality of life|public health|the Silk Road|the Kazakh language|Chinese enterprises|rural households|ethnic minorities',
)
export const contexts: readonly string[] = list(
  'in the context of globalization|in modern Kazakhstan|in Central Asia|in the post-Soviet space|in Russia|in the early 20th century|in the XVIII–XIX centuries: the case of Siberia|and ways to solve them|and China|and the European Union|: challenges and opportunities|: theory and practice|: history and modernity|: a comparative analysis|as a factor of development|as an object of research|of the Republic of Kazakhstan|of Western Siberia|at high temperatures|in school-age children|in the learning process|during the years of independence|of Ukraine|in northwest China',
)
export const containers: readonly string[] = list(
  'Bulletin of the Steppe University|Economic Issues|Problems of Economics|Questions of History|World Economy and International Relations|Sociological Studies|Herald of Philology|Proceedings of the Academy of Sciences|Journal of Regional Studies|Geography and Natural Resources|Far Eastern Affairs|State and Law|Ethnographic Review|Soil Science|Scientific Notes|Economic Research|World Ethno-National Studies|Journal of Northwest University',
)
export const bodies: readonly string[] = list(
  'World Bank|Asian Development Bank|United Nations|European Commission|Ministry of Education|National Statistics Office|Ministry of Foreign Affairs of the People’s Republic of China|International Monetary Fund|UNESCO|OECD|Agency of Statistics|Food and Agriculture Organization|World Health Organization|International Energy Agency|National Bank of Kazakhstan|Central Bank|Human Rights Watch|International Crisis Group|Ministry of Health|State Committee for Nature Protection|European Council|Government Accountability Office',
)
export const cities: readonly string[] = list(
  'Moscow|Moscow|Moscow|Almaty|Almaty|Astana|St. Petersburg|Kyiv|Kiev|Novosibirsk|Tomsk|Kazan|Beijing|Tashkent|Bishkek|Lviv|Moskva|Sankt-Peterburg|Leningrad|Minsk|Kharkiv|Karaganda|Shymkent|Nur-Sultan|Urumqi|Shanghai',
)
export const publishers: readonly string[] = list(
  'Nauka Publ.|Nauka|Mysl|MGU Publ.|Qazaq Universiteti|Kazakh University|Atamura|Ekonomika|Yurayt|Logos Publ.|Naukova Dumka|Vysshaya shkola|Izdatel’stvo MGU|Gylym|Prosveshchenie Publ.|Commercial Press|Science Press|Social Sciences Academic Press|Progress|ROSSPEN Publ.|KISI|Lybid|Infra-M Publ.',
)
