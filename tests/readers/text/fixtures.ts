/** Short manuscripts of our own: invented works and people, as they come out of a PDF reader or a word processor. */
export const fixtures: Readonly<Record<string, string>> = {
  english: `CLOCKS AND HARBOURS IN AN INVENTED TOWN

Ada Example, Berta Sample

Abstract. We count the clocks of a town that does not exist and compare them with the ships in its harbour, year by year, for the whole of the last century and a little more than that.

Keywords: clocks, harbours, counting.

1. Introduction

The first count is that of Example (2001), who saw eleven clocks [1]. Later counts differ and the reasons for that are not

12

known to anybody [2-3].

Conclusion

There are more clocks than ships.

REFERENCES:

- 1. Example, A. (2001). Counting clocks. Journal of Invented Towns, 3(2), 11-19. doi:10.5555/clocks.1
- 2. Sample, B. & Example, A. (2003). Ships that nobody saw and the clocks that coun-
- ted them. Invented Press.
- Third, C. (2004). A lost number. Journal of Invented Towns, 6(1), 1-9.
- 4. The clocks of the town [Electronic resource] URL: https://example.org/clocks
- 5. (access date: 08.02.2022)
`,
  russian: `А. А. Примеров

ЧАСЫ И ГАВАНИ ВЫМЫШЛЕННОГО ГОРОДА

Аннотация. В статье считаются часы города, которого нет, и сравниваются с кораблями в его гавани год за годом в течение всего прошлого века и немного дольше.

Ключевые слова: часы, гавани, счёт.

Введение

Первый подсчёт сделал Примеров (2001), потом считали иначе, и причины это-

го никому не известны:

2. Второй подсчёт сделан весной;

3. Третий подсчёт сделан осенью (Образцова, 2003).

Литература

1. Примеров А.А. Счёт часов // Вымышленные города. – 2001. – № 2. – С. 11–19.
2. Образцова Б.Б. Корабли, которых никто не видел. – Алматы: Выдумка, 2003. – 120 с.
3. Часы города [Электронный ресурс]. URL: https://example.org/clocks (дата обращения: 08.02.2022).

References

1. Primerov A.A. Schet chasov [Counting clocks]. Vymyshlennye goroda, 2001, no. 2, pp. 11-19.
2. Obraztsova B.B. Korabli, kotorykh nikto ne videl [Ships that nobody saw]. Almaty, Vydumka, 2003. 120 p.
3. Chasy goroda [The clocks of the town]. Available at: https://example.org/clocks (accessed 08.02.2022).
`,
  kazakh: `ОЙДАН ШЫҒАРЫЛҒАН ҚАЛАНЫҢ САҒАТТАРЫ

Түйін. Мақалада жоқ қаланың сағаттары саналып, айлақтағы кемелермен жыл сайын салыстырылады, бұл өткен ғасырдың өн бойына созылды.

Түйін сөздер: сағат, айлақ, санау.

Кіріспе

Алғашқы санақты Үлгібаев (2001) жүргізді, кейінгі санақтар басқаша болды.

Пайдаланылған әдебиеттер тізімі:

[1] Үлгібаев Ә. Сағаттарды санау // Ойдан шығарылған қалалар. – 2001. – №2. – Б. 11–19.
[2] Мысалова Б. Ешкім көрмеген кемелер. – Алматы: Ойдан, 2003. – 120 б.
[3] Қала сағаттары. https://example.org/clocks (қаралған күні: 08.02.2022).
`,
  chinese: `虚构城市的钟表与港口

摘要：本文统计一座并不存在的城市的钟表，并逐年与港口中的船只进行比较，时间跨度为整个上世纪。

关键词：钟表；港口；统计

一、引言

第一次统计由例一完成[1]，此后的统计各不相同[2-3]。

参考文献：

[1] 例一. 统计钟表[J]. 虚构城市学报, 2001, 3(2): 11-19.
[2] 范二, 例一. 无人看见的船只[M]. 北京: 虚构出版社, 2003.
[3] 第三. 城市的钟表[EB/OL]. (2004-05-06)[2022-02-08]. https://example.org/clocks.
`,
}
