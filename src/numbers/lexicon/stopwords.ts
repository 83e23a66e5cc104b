/** Words that say nothing of what is counted: they are no content of a sentence. */
export const stopwords: ReadonlySet<string> = new Set(
  (
    'the and for with from that this these those was were been are has have had its their our his her which who whom into onto than then ' +
    'also only over under about around nearly almost more less most least other others some any all both each per not but nor yet about ' +
    'said says according such very much many few where when while during between among against after before since until within without ' +
    'fewer less below above exceeding excess upwards larger greater ' +
    'amounted amount reached totalled totaled equalled stood made accounted respectively approximately roughly million billion trillion thousand ' +
    'percent cent year years months that there here they them she him you out off via can could may might will would shall should ' +
    'был была было были это эта этот эти его она они оно что как при для над под без или так также уже еще ещё чем того этом этой этого ' +
    'составил составила составило составили составляет достиг достигла достигло достигли равнялся равен около более менее почти свыше ' +
    'году года годах годов год млн млрд тыс трлн который которая которое которые которых котором всего лишь между после перед ' +
    'астам аса артық жуық кем емес дейін дейінгі шамасында шамамен кемінде ' +
    'және мен бен пен үшін болды болып құрады жетті жылы жылғы жыл бұл осы сол екен бойынша туралы ' +
    'долл доллар долларов доллара долларах руб рублей рубля рубль сша dollars dollar usd tenge тенге теңге euro евро euros процентов процента'
  ).split(' '),
)
