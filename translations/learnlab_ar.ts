<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>BannerMessage</name>
    <message>
        <source>The keychain did not give your sign-in.</source>
        <translation>لم تُسلّم حلقة المفاتيح بيانات تسجيل دخولك.</translation>
    </message>
    <message>
        <source>Your session ended.</source>
        <translation>انتهت جلستك.</translation>
    </message>
    <message>
        <source>Unlock it or sign in; uploads keep their place.</source>
        <translation>افتح قفلها أو سجّل الدخول؛ تحتفظ عمليات الرفع بموضعها.</translation>
    </message>
    <message>
        <source>Uploads are paused and keep their place.</source>
        <translation>عمليات الرفع متوقفة مؤقتًا وتحتفظ بموضعها.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) will be sent when the network is back.</source>
        <translation>
            <numerusform>سيُرسل %n تغيير عند عودة الشبكة.</numerusform>
            <numerusform>سيُرسل تغيير واحد عند عودة الشبكة.</numerusform>
            <numerusform>سيُرسل تغييران عند عودة الشبكة.</numerusform>
            <numerusform>سيُرسل %n تغييرات عند عودة الشبكة.</numerusform>
            <numerusform>سيُرسل %n تغييرًا عند عودة الشبكة.</numerusform>
            <numerusform>سيُرسل %n تغيير عند عودة الشبكة.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is kept on this computer can be opened; the rest can be browsed.</source>
        <translation>يمكن فتح ما هو محفوظ على هذا الحاسوب، ويمكن تصفح الباقي.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>أعد المحاولة</translation>
    </message>
    <message numerus="yes">
        <source>Show %n change(s)</source>
        <translation>
            <numerusform>عرض %n تغيير</numerusform>
            <numerusform>عرض تغيير واحد</numerusform>
            <numerusform>عرض تغييرين</numerusform>
            <numerusform>عرض %n تغييرات</numerusform>
            <numerusform>عرض %n تغييرًا</numerusform>
            <numerusform>عرض %n تغيير</numerusform>
        </translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>أنت غير متصل.</translation>
    </message>
    <message>
        <source>This computer has no keychain that answers.</source>
        <translation>لا تستجيب أي حلقة مفاتيح على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>You stay signed in until you quit; then sign in again.</source>
        <translation>تبقى مسجّل الدخول حتى إنهاء البرنامج، ثم تسجّل الدخول من جديد.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>No connection</source>
        <translation>لا اتصال</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>يتعذّر الوصول إلى الخادم.</translation>
    </message>
    <message>
        <source>Nothing is lost; everything goes on when the network is back.</source>
        <translation>لم يضِع شيء، وسيستمر كل شيء عند عودة الشبكة.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>لا رد</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>لم يرد الخادم في الوقت المحدد.</translation>
    </message>
    <message>
        <source>Nothing is lost; it is tried again by itself.</source>
        <translation>لم يضِع شيء، وستُعاد المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>Identity not confirmed</source>
        <translation>الهوية غير مؤكدة</translation>
    </message>
    <message>
        <source>This server&apos;s identity could not be confirmed.</source>
        <translation>تعذّر التحقق من هوية هذا الخادم.</translation>
    </message>
    <message>
        <source>Your password was not sent. Check the address or ask your university.</source>
        <translation>لم تُرسل كلمة مرورك. تحقّق من العنوان أو اسأل جامعتك.</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>غير مشفّر</translation>
    </message>
    <message>
        <source>This address is not encrypted.</source>
        <translation>هذا العنوان غير مشفّر.</translation>
    </message>
    <message>
        <source>Your password was not sent. Use an address that begins with https.</source>
        <translation>لم تُرسل كلمة مرورك. استخدم عنوانًا يبدأ بـ https.</translation>
    </message>
    <message>
        <source>Not a LearnLab server</source>
        <translation>ليس خادم LearnLab</translation>
    </message>
    <message>
        <source>There is no LearnLab server at this address.</source>
        <translation>لا يوجد خادم LearnLab على هذا العنوان.</translation>
    </message>
    <message>
        <source>Strange answer</source>
        <translation>رد غريب</translation>
    </message>
    <message>
        <source>The server sent an answer that makes no sense.</source>
        <translation>أرسل الخادم ردًا غير مفهوم.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again later.</source>
        <translation>لم يتغيّر شيء. حاول لاحقًا.</translation>
    </message>
    <message>
        <source>Network sign-in</source>
        <translation>تسجيل الدخول إلى الشبكة</translation>
    </message>
    <message>
        <source>This network wants you to sign in on its own page first.</source>
        <translation>تطلب هذه الشبكة تسجيل الدخول في صفحتها أولًا.</translation>
    </message>
    <message>
        <source>Open any page in your browser and sign in there; then it goes on by itself.</source>
        <translation>افتح أي صفحة في المتصفح وسجّل الدخول فيها، ثم يستمر العمل تلقائيًا.</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>شبكة محدودة البيانات</translation>
    </message>
    <message>
        <source>Transfers wait because this network may cost money.</source>
        <translation>تنتظر عمليات النقل لأن هذه الشبكة قد تكلّف مالًا.</translation>
    </message>
    <message>
        <source>They go on by themselves on another network, or when you allow it.</source>
        <translation>تستمر تلقائيًا على شبكة أخرى أو عندما تسمح بذلك.</translation>
    </message>
    <message>
        <source>Unknown host</source>
        <translation>مضيف مجهول</translation>
    </message>
    <message>
        <source>The server named a host that it does not vouch for.</source>
        <translation>ذكر الخادم مضيفًا لا يضمنه.</translation>
    </message>
    <message>
        <source>Nothing was sent there. Tell your university.</source>
        <translation>لم يُرسل شيء إليه. أبلغ جامعتك.</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>لم يُسجَّل الدخول</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>لم تسجّل الدخول.</translation>
    </message>
    <message>
        <source>Sign in to go on.</source>
        <translation>سجّل الدخول للمتابعة.</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>كلمة مرور خاطئة</translation>
    </message>
    <message>
        <source>Email or password is not right.</source>
        <translation>البريد الإلكتروني أو كلمة المرور غير صحيحة.</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>انتهت الجلسة</translation>
    </message>
    <message>
        <source>Your session ended.</source>
        <translation>انتهت جلستك.</translation>
    </message>
    <message>
        <source>Uploads are paused and keep their place. Sign in to go on.</source>
        <translation>عمليات الرفع متوقفة مؤقتًا وتحتفظ بموضعها. سجّل الدخول للمتابعة.</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>لا صلاحية</translation>
    </message>
    <message>
        <source>You have no right to do this.</source>
        <translation>ليس لديك الحق في القيام بذلك.</translation>
    </message>
    <message>
        <source>Ask the owner for access.</source>
        <translation>اطلب الصلاحية من المالك.</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>لم يتم التسجيل</translation>
    </message>
    <message>
        <source>The account could not be made.</source>
        <translation>تعذّر إنشاء الحساب.</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>لم يعد موجودًا.</translation>
    </message>
    <message>
        <source>It may have been deleted on another computer.</source>
        <translation>ربما حُذف من حاسوب آخر.</translation>
    </message>
    <message>
        <source>Name taken</source>
        <translation>الاسم مستخدم</translation>
    </message>
    <message>
        <source>Something of this name is here already.</source>
        <translation>يوجد هنا شيء بهذا الاسم.</translation>
    </message>
    <message>
        <source>Nothing was replaced. Choose another name.</source>
        <translation>لم يُستبدل شيء. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>Name not allowed</source>
        <translation>الاسم غير مسموح</translation>
    </message>
    <message>
        <source>This name is not allowed.</source>
        <translation>هذا الاسم غير مسموح به.</translation>
    </message>
    <message>
        <source>A name has 1 to 255 characters and no slash. Choose another name.</source>
        <translation>يتكوّن الاسم من 1 إلى 255 حرفًا دون شرطة مائلة. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>Changed elsewhere</source>
        <translation>تغيّر في مكان آخر</translation>
    </message>
    <message>
        <source>It was changed on another computer meanwhile.</source>
        <translation>تغيّر في هذه الأثناء على حاسوب آخر.</translation>
    </message>
    <message>
        <source>Your change was not made. Look at it and decide again.</source>
        <translation>لم يُنفَّذ تغييرك. راجعه ثم قرّر من جديد.</translation>
    </message>
    <message>
        <source>Into itself</source>
        <translation>إلى داخل نفسه</translation>
    </message>
    <message>
        <source>A folder cannot be moved into itself.</source>
        <translation>لا يمكن نقل مجلد إلى داخل نفسه.</translation>
    </message>
    <message>
        <source>Folder gone</source>
        <translation>اختفى المجلد</translation>
    </message>
    <message>
        <source>The folder is no longer there.</source>
        <translation>لم يعد المجلد موجودًا.</translation>
    </message>
    <message>
        <source>Your file is safe. Choose another folder.</source>
        <translation>ملفك في أمان. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>غير ممكن</translation>
    </message>
    <message>
        <source>An earlier change that this one needs was refused.</source>
        <translation>رُفض تغيير سابق يعتمد عليه هذا التغيير.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>لم يضِع شيء.</translation>
    </message>
    <message>
        <source>Not empty</source>
        <translation>غير فارغ</translation>
    </message>
    <message>
        <source>Something is in this folder by now.</source>
        <translation>صار في هذا المجلد شيء.</translation>
    </message>
    <message>
        <source>Move it out first, or move the folder to trash.</source>
        <translation>أخرجه أولًا أو انقل المجلد إلى المهملات.</translation>
    </message>
    <message>
        <source>Content gone</source>
        <translation>اختفى المحتوى</translation>
    </message>
    <message>
        <source>What this file held before is not in the trash any more.</source>
        <translation>ما احتواه هذا الملف سابقًا لم يعد في المهملات.</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>تُرك الملف كما هو.</translation>
    </message>
    <message>
        <source>Reading anew</source>
        <translation>تجري القراءة من جديد</translation>
    </message>
    <message>
        <source>The server was restored; the list is read anew.</source>
        <translation>استُعيد الخادم، وتُقرأ القائمة من جديد.</translation>
    </message>
    <message>
        <source>The server refused to repeat this change.</source>
        <translation>رفض الخادم تكرار هذا التغيير.</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>كبير جدًا</translation>
    </message>
    <message>
        <source>This file is larger than the server allows.</source>
        <translation>هذا الملف أكبر مما يسمح به الخادم.</translation>
    </message>
    <message>
        <source>Your file is safe on this computer.</source>
        <translation>ملفك في أمان على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>No space</source>
        <translation>لا مساحة</translation>
    </message>
    <message>
        <source>Not enough space on the server.</source>
        <translation>لا توجد مساحة كافية على الخادم.</translation>
    </message>
    <message>
        <source>Your file is safe on this computer. It goes on by itself when there is room.</source>
        <translation>ملفك في أمان على هذا الحاسوب. يستمر الرفع تلقائيًا عند توفر مساحة.</translation>
    </message>
    <message>
        <source>Server full</source>
        <translation>الخادم ممتلئ</translation>
    </message>
    <message>
        <source>The server&apos;s storage is full.</source>
        <translation>امتلأت مساحة تخزين الخادم.</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>مختلف</translation>
    </message>
    <message>
        <source>The copy on the server did not match your file, so it was not kept.</source>
        <translation>لم تتطابق النسخة على الخادم مع ملفك، فلم يُحتفظ بها.</translation>
    </message>
    <message>
        <source>Your file is safe. Retry.</source>
        <translation>ملفك في أمان. أعد المحاولة.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>ابدأ من جديد</translation>
    </message>
    <message>
        <source>The server no longer knows this upload.</source>
        <translation>لم يعد الخادم يعرف عملية الرفع هذه.</translation>
    </message>
    <message>
        <source>The server no longer takes this upload.</source>
        <translation>لم يعد الخادم يقبل عملية الرفع هذه.</translation>
    </message>
    <message>
        <source>Link expired</source>
        <translation>انتهت صلاحية الرابط</translation>
    </message>
    <message>
        <source>The link to the store has expired.</source>
        <translation>انتهت صلاحية الرابط إلى مخزن البيانات.</translation>
    </message>
    <message>
        <source>A new one is asked for by itself.</source>
        <translation>سيُطلب رابط جديد تلقائيًا.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>The server did not accept the request.</source>
        <translation>لم يقبل الخادم الطلب.</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>محاولات كثيرة</translation>
    </message>
    <message>
        <source>There were too many tries.</source>
        <translation>كانت هناك محاولات كثيرة جدًا.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>انتظر لحظة ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Server busy</source>
        <translation>الخادم مشغول</translation>
    </message>
    <message>
        <source>The server is busy or being maintained.</source>
        <translation>الخادم مشغول أو تحت الصيانة.</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>خطأ في الخادم</translation>
    </message>
    <message>
        <source>The server had a problem.</source>
        <translation>حدثت مشكلة في الخادم.</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>تتعذّر القراءة</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>تتعذّر قراءة هذا الملف.</translation>
    </message>
    <message>
        <source>It was left as it is. Check its permissions, then retry.</source>
        <translation>تُرك كما هو. تحقّق من أذوناته ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>اختفى</translation>
    </message>
    <message>
        <source>This file is no longer on this computer.</source>
        <translation>لم يعد هذا الملف على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>What was uploaded before is untouched.</source>
        <translation>ما رُفع من قبل لم يتغيّر.</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>تغيّر في الأثناء</translation>
    </message>
    <message>
        <source>This file changed while it was uploading.</source>
        <translation>تغيّر هذا الملف أثناء رفعه.</translation>
    </message>
    <message>
        <source>The older version was not saved. Upload the new one?</source>
        <translation>لم تُحفظ النسخة الأقدم. هل تريد رفع الجديدة؟</translation>
    </message>
    <message>
        <source>Not a file</source>
        <translation>ليس ملفًا</translation>
    </message>
    <message>
        <source>This is not a file that can be uploaded.</source>
        <translation>هذا ليس ملفًا يمكن رفعه.</translation>
    </message>
    <message>
        <source>The others go on.</source>
        <translation>تستمر البقية.</translation>
    </message>
    <message>
        <source>This name cannot be used on the server.</source>
        <translation>لا يمكن استخدام هذا الاسم على الخادم.</translation>
    </message>
    <message>
        <source>Rename the file, then upload it again.</source>
        <translation>أعد تسمية الملف ثم ارفعه من جديد.</translation>
    </message>
    <message>
        <source>Exists already</source>
        <translation>موجود مسبقًا</translation>
    </message>
    <message>
        <source>A file of this name is there already.</source>
        <translation>يوجد هناك ملف بهذا الاسم.</translation>
    </message>
    <message>
        <source>It was not replaced.</source>
        <translation>لم يُستبدل.</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>This computer is full.</source>
        <translation>هذا الحاسوب ممتلئ.</translation>
    </message>
    <message>
        <source>The file is safe on the server. Free space, then try again.</source>
        <translation>الملف في أمان على الخادم. أفرغ مساحة ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Disk error</source>
        <translation>خطأ في القرص</translation>
    </message>
    <message>
        <source>The disk of this computer did not work.</source>
        <translation>تعطّل قرص هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Check it, then try again.</source>
        <translation>افحصه ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Drive gone</source>
        <translation>محرك الأقراص غير متصل</translation>
    </message>
    <message>
        <source>The drive with this file is not connected.</source>
        <translation>محرك الأقراص الذي عليه هذا الملف غير متصل.</translation>
    </message>
    <message>
        <source>Connect it again; then it goes on by itself.</source>
        <translation>صِله من جديد، ثم يستمر العمل تلقائيًا.</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>لا يتسع له المكان</translation>
    </message>
    <message>
        <source>This is more than may be kept on this computer.</source>
        <translation>هذا أكثر مما يجوز حفظه على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Allow more under “Available offline”, or keep less.</source>
        <translation>اسمح بالمزيد في «متاحة دون اتصال» أو احفظ أقل.</translation>
    </message>
    <message>
        <source>Kept with its folder</source>
        <translation>محفوظ مع مجلده</translation>
    </message>
    <message>
        <source>A folder above this is kept offline.</source>
        <translation>أحد المجلدات التي تحويه محفوظ دون اتصال.</translation>
    </message>
    <message>
        <source>Stop keeping that folder instead.</source>
        <translation>ألغِ حفظ ذلك المجلد بدلًا منه.</translation>
    </message>
    <message>
        <source>List damaged</source>
        <translation>القائمة تالفة</translation>
    </message>
    <message>
        <source>The list of files on this computer was damaged.</source>
        <translation>كانت قائمة الملفات على هذا الحاسوب تالفة.</translation>
    </message>
    <message>
        <source>It is made anew; your uploads and changes are kept.</source>
        <translation>يُعاد إنشاؤها، ومرفوعاتك وتغييراتك محفوظة.</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>إصدار أحدث</translation>
    </message>
    <message>
        <source>A newer version of this program was used here.</source>
        <translation>استُخدم هنا إصدار أحدث من هذا البرنامج.</translation>
    </message>
    <message>
        <source>Update this program to go on.</source>
        <translation>حدّث هذا البرنامج للمتابعة.</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>لا حلقة مفاتيح</translation>
    </message>
    <message>
        <source>This computer has no keychain that answers.</source>
        <translation>لا تستجيب أي حلقة مفاتيح على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>You stay signed in until you quit; then sign in again.</source>
        <translation>تبقى مسجّل الدخول حتى إنهاء البرنامج، ثم تسجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>حلقة المفاتيح مقفلة</translation>
    </message>
    <message>
        <source>The keychain of this computer is locked.</source>
        <translation>حلقة المفاتيح على هذا الحاسوب مقفلة.</translation>
    </message>
    <message>
        <source>Unlock it or sign in.</source>
        <translation>افتح قفلها أو سجّل الدخول.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <source>Another LearnLab program is using this profile.</source>
        <translation>يستخدم برنامج LearnLab آخر هذا الملف الشخصي.</translation>
    </message>
    <message>
        <source>Close it first.</source>
        <translation>أغلقه أولًا.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>أُلغيت العملية.</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>خلل</translation>
    </message>
    <message>
        <source>Something went wrong inside LearnLab.</source>
        <translation>حدث خطأ داخل LearnLab.</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again.</source>
        <translation>لم يضِع شيء. أعد المحاولة.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>للقراءة فقط</translation>
    </message>
    <message>
        <source>Nothing can be written to this drive.</source>
        <translation>لا يمكن الكتابة على محرك الأقراص هذا.</translation>
    </message>
    <message>
        <source>The file is safe on the server. Choose another folder, or allow writing, then retry.</source>
        <translation>الملف محفوظ على الخادم. اختر مجلدًا آخر أو اسمح بالكتابة، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Too large for the drive</source>
        <translation>أكبر من أن يتسع له محرك الأقراص</translation>
    </message>
    <message>
        <source>This drive cannot hold a file of this size.</source>
        <translation>لا يتسع محرك الأقراص هذا لملف بهذا الحجم.</translation>
    </message>
    <message>
        <source>The file is safe on the server. Choose a folder on another drive.</source>
        <translation>الملف محفوظ على الخادم. اختر مجلدًا على محرك أقراص آخر.</translation>
    </message>
    <message>
        <source>Computer busy</source>
        <translation>الحاسوب مشغول</translation>
    </message>
    <message>
        <source>This computer has too much open at the moment.</source>
        <translation>على هذا الحاسوب أشياء كثيرة مفتوحة الآن.</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>PDF document</source>
        <translation>مستند PDF</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>مستند Word</translation>
    </message>
    <message>
        <source>Text document</source>
        <translation>مستند نصي</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>جدول بيانات</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>جدول CSV</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>عرض تقديمي</translation>
    </message>
    <message>
        <source>JPEG image</source>
        <translation>صورة JPEG</translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation>صورة PNG</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>فيديو</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>صوت</translation>
    </message>
    <message>
        <source>ZIP archive</source>
        <translation>أرشيف ZIP</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>أرشيف</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>برنامج Python</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>دفتر تفاعلي</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>شيفرة برمجية</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>نص عادي</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Retry</source>
        <comment>@action:link in the status column, sends a failed file again</comment>
        <translation>أعد المحاولة</translation>
    </message>
    <message>
        <source>Review</source>
        <comment>@action:link in the status column, shows both versions of a file</comment>
        <translation>مراجعة</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <comment>size of a file</comment>
        <translation>
            <numerusform>%n بايت</numerusform>
            <numerusform>بايت واحد</numerusform>
            <numerusform>بايتان</numerusform>
            <numerusform>%n بايت</numerusform>
            <numerusform>%n بايت</numerusform>
            <numerusform>%n بايت</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 ك.ب</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 م.ب</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 غ.ب</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 ت.ب</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>number of things in a folder</comment>
        <translation>
            <numerusform>لا عناصر</numerusform>
            <numerusform>عنصر واحد</numerusform>
            <numerusform>عنصران</numerusform>
            <numerusform>%n عناصر</numerusform>
            <numerusform>%n عنصرًا</numerusform>
            <numerusform>%n عنصر</numerusform>
        </translation>
    </message>
    <message>
        <source>Today, %1</source>
        <comment>time of day follows</comment>
        <translation>اليوم، %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <comment>time of day follows</comment>
        <translation>أمس، %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day of the week, time of day</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day and month, time of day</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>speed; %1 is a size</comment>
        <translation>%1/ث</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>بقي %1 ث</translation>
    </message>
    <message>
        <source>%1 min %2 s left</source>
        <translation>بقي %1 د %2 ث</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>بقي %1 د</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>بقي %1 س %2 د</translation>
    </message>
    <message>
        <source>%1 used</source>
        <comment>storage</comment>
        <translation>%1 مستخدمة</translation>
    </message>
    <message>
        <source>%1 of %2 used</source>
        <comment>storage</comment>
        <translation>%1 من %2 مستخدمة</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Drop your first files here</source>
        <translation>أفلت ملفاتك الأولى هنا</translation>
    </message>
    <message>
        <source>Drag files or whole folders from your desktop into this window.</source>
        <translation>اسحب ملفات أو مجلدات كاملة من سطح المكتب إلى هذه النافذة.</translation>
    </message>
    <message>
        <source>Upload files</source>
        <translation>رفع ملفات</translation>
    </message>
    <message>
        <source>Upload folder</source>
        <translation>رفع مجلد</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>رفع</translation>
    </message>
    <message>
        <source>new folder</source>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>الأخيرة</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>حسب النوع</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>الأكبر</translation>
    </message>
    <message>
        <source>Available offline</source>
        <translation>متاحة دون اتصال</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>المهملات</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>نتائج البحث</translation>
    </message>
    <message>
        <source>This folder is empty. Drop files to upload</source>
        <translation>هذا المجلد فارغ. أفلت ملفات لرفعها</translation>
    </message>
    <message>
        <source>Nothing recent</source>
        <translation>لا جديد</translation>
    </message>
    <message>
        <source>Files you upload or change appear here</source>
        <translation>تظهر هنا الملفات التي ترفعها أو تغيّرها</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>لا ملفات بعد</translation>
    </message>
    <message>
        <source>The files of all your folders appear here</source>
        <translation>تظهر هنا ملفات كل مجلداتك</translation>
    </message>
    <message>
        <source>Nothing is kept offline</source>
        <translation>لا شيء محفوظ دون اتصال</translation>
    </message>
    <message>
        <source>Choose Keep offline on a file and it stays on this computer</source>
        <translation>اختر «إبقاء دون اتصال» لملف ليبقى على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Trash is empty</source>
        <translation>المهملات فارغة</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>لم يُعثر على شيء لـ «%1»</translation>
    </message>
    <message>
        <source>Names are searched, and what is in files on this computer. Narrow it by type:pdf, since:7d, larger:10M, in:/Notes or is:offline</source>
        <translation>يُبحث في الأسماء وفي محتوى الملفات الموجودة على هذا الحاسوب. ضيّق البحث باستخدام type:pdf أو since:7d أو larger:10M أو in:/Notes أو is:offline</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لم يُعثر على شيء</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>Proof of upload</source>
        <translation>إثبات الرفع</translation>
    </message>
    <message>
        <source>How to check it</source>
        <translation>كيفية التحقق منه</translation>
    </message>
    <message>
        <source>Save the attachment of this document, receipt.json. Most readers show it under a paper clip.</source>
        <translation>احفظ مرفق هذا المستند، receipt.json. تعرضه معظم القارئات تحت مشبك ورق.</translation>
    </message>
    <message>
        <source>Save the server&apos;s keys as keys.json, once, from this address:</source>
        <translation>احفظ مفاتيح الخادم باسم keys.json، مرة واحدة، من هذا العنوان:</translation>
    </message>
    <message>
        <source>Type this where the files are; no account and no network is needed:</source>
        <translation>اكتب هذا حيث توجد الملفات؛ لا حاجة إلى حساب أو شبكة:</translation>
    </message>
    <message>
        <source>The printed page alone proves nothing: what counts is the signed receipt that is attached to it. A receipt that was changed, and a file that is not the one it names, are refused.</source>
        <translation>الصفحة المطبوعة وحدها لا تثبت شيئًا: المعتبر هو الإيصال الموقّع المرفق بها. يُرفض كل إيصال غُيّر وكل ملف ليس هو الملف المذكور فيه.</translation>
    </message>
</context>
<context>
    <name>ProofWords</name>
    <message>
        <source>%1 UTC</source>
        <comment>@info a time</comment>
        <translation>%1 (التوقيت العالمي)</translation>
    </message>
    <message>
        <source>%1 %2 (%3 UTC)</source>
        <comment>@info a time, its zone, the time in UTC</comment>
        <translation>%1 %2 (‎%3 بالتوقيت العالمي)</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <comment>@info a size, short and exact</comment>
        <translation>%1 (‎%2 بايت)</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Handed in by</source>
        <translation>سلّمه</translation>
    </message>
    <message>
        <source>Handed in at</source>
        <translation>وقت التسليم</translation>
    </message>
    <message>
        <source>Read back and signed</source>
        <translation>أُعيدت قراءته ووُقّع</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>The server has signed that %1 handed in exactly this file at this time, and that it read the file back unchanged. Anyone can check that, without an account and without the server.</source>
        <translation>وقّع الخادم على أن %1 سلّم هذا الملف بعينه في هذا الوقت، وأنه قرأ الملف من جديد دون تغيير. يمكن لأي شخص التحقق من ذلك دون حساب ودون الخادم.</translation>
    </message>
    <message>
        <source>%1 proof of upload</source>
        <comment>name of a saved file</comment>
        <translation>إثبات رفع %1</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AccountController</name>
    <message>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Sign out and remove everything from this computer…</source>
        <translation>تسجيل الخروج وإزالة كل شيء من هذا الحاسوب…</translation>
    </message>
    <message>
        <source>Remove everything of this account from this computer?</source>
        <translation>هل تريد إزالة كل ما يخص هذا الحساب من هذا الحاسوب؟</translation>
    </message>
    <message>
        <source>What is on the server stays there. Uploads and changes that were not sent yet are lost.</source>
        <translation>ما على الخادم يبقى هناك. تضيع المرفوعات والتغييرات التي لم تُرسل بعد.</translation>
    </message>
    <message>
        <source>Sign out and remove</source>
        <translation>تسجيل الخروج والإزالة</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AccountPage</name>
    <message>
        <source>Account</source>
        <comment>@title page of the settings</comment>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Storage on the server</source>
        <comment>@label how much of it is used</comment>
        <translation>التخزين على الخادم</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>@title:group of fields</comment>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>الاسم الكامل</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Save name</source>
        <translation>حفظ الاسم</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>كلمة المرور الحالية</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة المرور الجديدة</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>On this computer</source>
        <comment>@label signing out</comment>
        <translation>على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Your files stay on this computer and on the server. To go on you sign in again.</source>
        <comment>@info</comment>
        <translation>تبقى ملفاتك على هذا الحاسوب وعلى الخادم. للمتابعة تسجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>Sign out and remove…</source>
        <comment>@action:button</comment>
        <translation>تسجيل الخروج والإزالة…</translation>
    </message>
    <message>
        <source>And remove everything</source>
        <comment>@label signing out</comment>
        <translation>وإزالة كل شيء</translation>
    </message>
    <message>
        <source>What this computer knows of your account goes too. Files on the server stay.</source>
        <comment>@info</comment>
        <translation>يزول أيضًا ما يعرفه هذا الحاسوب عن حسابك. تبقى الملفات على الخادم.</translation>
    </message>
    <message>
        <source>Sign out and remove everything from this computer</source>
        <translation>تسجيل الخروج وإزالة كل شيء من هذا الحاسوب</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>غير معروف بعد</translation>
    </message>
    <message>
        <source>Choose a user name.</source>
        <translation>اختر اسم مستخدم.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>تم الحفظ</translation>
    </message>
    <message>
        <source>This user name is taken or not allowed. Choose another one.</source>
        <translation>اسم المستخدم هذا مأخوذ أو غير مسموح به. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>Use at least %1 characters.</source>
        <translation>استخدم %1 أحرف على الأقل.</translation>
    </message>
    <message>
        <source>Your password was changed. Other devices have to sign in again.</source>
        <translation>تغيّرت كلمة مرورك. على الأجهزة الأخرى تسجيل الدخول من جديد.</translation>
    </message>
    <message>
        <source>This is not your current password.</source>
        <translation>هذه ليست كلمة مرورك الحالية.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AccountRow</name>
    <message>
        <source>Account: %1, %2</source>
        <comment>@action:button accessible name; the person&apos;s name, the server</comment>
        <translation>الحساب: %1، %2</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ActionController</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>تم التراجع: %1</translation>
    </message>
    <message>
        <source>Made again: %1</source>
        <translation>نُفّذ من جديد: %1</translation>
    </message>
    <message>
        <source>This is not possible any more. %1</source>
        <translation>لم يعد هذا ممكنًا. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stay as they are, first “%1”: %2</source>
        <translation>
            <numerusform>يبقى %n عنصر كما كان، أولها «%1»: %2</numerusform>
            <numerusform>يبقى عنصر واحد كما كان، أولها «%1»: %2</numerusform>
            <numerusform>يبقى عنصران كما كان، أولها «%1»: %2</numerusform>
            <numerusform>يبقى %n عناصر كما كان، أولها «%1»: %2</numerusform>
            <numerusform>يبقى %n عنصرًا كما كان، أولها «%1»: %2</numerusform>
            <numerusform>يبقى %n عنصر كما كان، أولها «%1»: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ActionListModel</name>
    <message numerus="yes">
        <source>%n folder(s) made</source>
        <translation>
            <numerusform>تم إنشاء %n مجلد</numerusform>
            <numerusform>تم إنشاء مجلد واحد</numerusform>
            <numerusform>تم إنشاء مجلدين</numerusform>
            <numerusform>تم إنشاء %n مجلدات</numerusform>
            <numerusform>تم إنشاء %n مجلدًا</numerusform>
            <numerusform>تم إنشاء %n مجلد</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder “%1” made</source>
        <comment>an action</comment>
        <translation>أُنشئ المجلد «%1»</translation>
    </message>
    <message>
        <source>“%1” renamed to “%2”</source>
        <comment>an action</comment>
        <translation>غُيّر اسم «%1» إلى «%2»</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) moved to “%1”</source>
        <comment>an action</comment>
        <translation>
            <numerusform>تم نقل %n عنصر إلى «%1»</numerusform>
            <numerusform>تم نقل عنصر واحد إلى «%1»</numerusform>
            <numerusform>تم نقل عنصرين إلى «%1»</numerusform>
            <numerusform>تم نقل %n عناصر إلى «%1»</numerusform>
            <numerusform>تم نقل %n عنصرًا إلى «%1»</numerusform>
            <numerusform>تم نقل %n عنصر إلى «%1»</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” moved to “%2”</source>
        <comment>an action</comment>
        <translation>نُقل «%1» إلى «%2»</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) moved to trash</source>
        <comment>an action</comment>
        <translation>
            <numerusform>تم نقل %n عنصر إلى المهملات</numerusform>
            <numerusform>تم نقل عنصر واحد إلى المهملات</numerusform>
            <numerusform>تم نقل عنصرين إلى المهملات</numerusform>
            <numerusform>تم نقل %n عناصر إلى المهملات</numerusform>
            <numerusform>تم نقل %n عنصرًا إلى المهملات</numerusform>
            <numerusform>تم نقل %n عنصر إلى المهملات</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” moved to trash</source>
        <comment>an action</comment>
        <translation>نُقل «%1» إلى المهملات</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) restored</source>
        <comment>an action</comment>
        <translation>
            <numerusform>تمت استعادة %n عنصر</numerusform>
            <numerusform>تمت استعادة عنصر واحد</numerusform>
            <numerusform>تمت استعادة عنصرين</numerusform>
            <numerusform>تمت استعادة %n عناصر</numerusform>
            <numerusform>تمت استعادة %n عنصرًا</numerusform>
            <numerusform>تمت استعادة %n عنصر</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” restored</source>
        <comment>an action</comment>
        <translation>استُعيد «%1»</translation>
    </message>
    <message numerus="yes">
        <source>“%1” uploaded, %n file(s)</source>
        <comment>an action</comment>
        <translation>
            <numerusform>رُفع «%1»، %n ملف</numerusform>
            <numerusform>رُفع «%1»، ملف واحد</numerusform>
            <numerusform>رُفع «%1»، ملفان</numerusform>
            <numerusform>رُفع «%1»، %n ملفات</numerusform>
            <numerusform>رُفع «%1»، %n ملفًا</numerusform>
            <numerusform>رُفع «%1»، %n ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” uploaded</source>
        <comment>an action</comment>
        <translation>رُفع «%1»</translation>
    </message>
    <message>
        <source>“%1” replaced</source>
        <comment>an action</comment>
        <translation>استُبدل «%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>what an action was about</comment>
        <translation>
            <numerusform>%n عنصر</numerusform>
            <numerusform>عنصر واحد</numerusform>
            <numerusform>عنصران</numerusform>
            <numerusform>%n عناصر</numerusform>
            <numerusform>%n عنصرًا</numerusform>
            <numerusform>%n عنصر</numerusform>
        </translation>
    </message>
    <message>
        <source>new folder %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>مجلد جديد %1</translation>
    </message>
    <message>
        <source>rename of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>تسمية %1</translation>
    </message>
    <message>
        <source>move of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>نقل %1</translation>
    </message>
    <message>
        <source>trashing of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>نقل %1 إلى المهملات</translation>
    </message>
    <message>
        <source>restoring of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>استعادة %1</translation>
    </message>
    <message>
        <source>upload of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>رفع %1</translation>
    </message>
    <message>
        <source>replacing of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>استبدال %1</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <comment>what</comment>
        <translation>تراجع عن %1</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <comment>what</comment>
        <translation>إعادة %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>state of an action</comment>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Undone</source>
        <comment>state of an action</comment>
        <translation>تم التراجع عنه</translation>
    </message>
    <message>
        <source>Not made</source>
        <comment>state of an action</comment>
        <translation>لم يُنفَّذ</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of a row in the list</comment>
        <translation>%1 من %2</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AdvancedPage</name>
    <message>
        <source>Network</source>
        <comment>@title:group of settings</comment>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Proxy</source>
        <comment>@label:listbox</comment>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>The way to the server. A server on this computer is reached directly.</source>
        <comment>@info</comment>
        <translation>الطريق إلى الخادم. يوصَل إلى خادم على هذا الحاسوب مباشرة.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <comment>@item:inlistbox a choice of language, theme or proxy</comment>
        <translation>كإعداد سطح المكتب</translation>
    </message>
    <message>
        <source>No proxy</source>
        <comment>@item:inlistbox</comment>
        <translation>دون وكيل</translation>
    </message>
    <message>
        <source>This one</source>
        <comment>@item:inlistbox a proxy that is named below</comment>
        <translation>هذا الوكيل</translation>
    </message>
    <message>
        <source>Proxy&apos;s host name</source>
        <comment>accessible name of a field</comment>
        <translation>اسم مضيف الوكيل</translation>
    </message>
    <message>
        <source>Proxy&apos;s port</source>
        <comment>accessible name of a field</comment>
        <translation>منفذ الوكيل</translation>
    </message>
    <message>
        <source>Host and port</source>
        <comment>@label of the proxy</comment>
        <translation>المضيف والمنفذ</translation>
    </message>
    <message>
        <source>An HTTP proxy, without a password.</source>
        <comment>@info</comment>
        <translation>وكيل HTTP دون كلمة مرور.</translation>
    </message>
    <message>
        <source>This is no host name. Write only the name, such as proxy.example.edu.</source>
        <comment>@info</comment>
        <translation>هذا ليس اسم مضيف. اكتب الاسم فقط، مثل proxy.example.edu.</translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>@action:button does not trust an authority any more</comment>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Choose…</source>
        <comment>@action:button a file</comment>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Choose a certificate authority</source>
        <comment>accessible name of a button</comment>
        <translation>اختيار جهة إصدار شهادات</translation>
    </message>
    <message>
        <source>Remove the certificate authority</source>
        <comment>accessible name of a button</comment>
        <translation>إزالة جهة إصدار الشهادات</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <comment>@title:group of settings</comment>
        <translation>جهة إصدار الشهادات</translation>
    </message>
    <message>
        <source>Trusted beside those of the system</source>
        <comment>@label a certificate authority</comment>
        <translation>موثوقة إلى جانب جهات النظام</translation>
    </message>
    <message>
        <source>Choose a certificate authority</source>
        <comment>@title:window</comment>
        <translation>اختيار جهة إصدار شهادات</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <comment>filter of a file dialog</comment>
        <translation>الشهادات (*.pem *.crt *.cer);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>There is no certificate authority in this file. It has to be a PEM file of one.</source>
        <comment>@info</comment>
        <translation>لا توجد جهة إصدار شهادات في هذا الملف. يجب أن يكون ملف PEM لإحداها.</translation>
    </message>
    <message>
        <source>None. Your university tells you if its server needs one.</source>
        <comment>@info about a certificate authority</comment>
        <translation>لا شيء. تخبرك جامعتك إن كان خادمها يحتاج إليها.</translation>
    </message>
    <message>
        <source>The file of the certificate authority cannot be used any more. Choose it again or remove it.</source>
        <comment>@info</comment>
        <translation>لم يعد بالإمكان استخدام ملف جهة إصدار الشهادات. اختره من جديد أو أزله.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>@info names of authorities</comment>
        <translation>
            <numerusform>%1 و%n أخرى</numerusform>
            <numerusform>%1 وواحد آخر</numerusform>
            <numerusform>%1 واثنان آخران</numerusform>
            <numerusform>%1 و%n أخرى</numerusform>
            <numerusform>%1 و%n أخرى</numerusform>
            <numerusform>%1 و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Good until %1</source>
        <comment>@info a date</comment>
        <translation>صالحة حتى %1</translation>
    </message>
    <message>
        <source>Advanced</source>
        <comment>@title page of the settings</comment>
        <translation>متقدم</translation>
    </message>
    <message>
        <source>When something is wrong</source>
        <comment>@title:group of settings</comment>
        <translation>عند حدوث مشكلة</translation>
    </message>
    <message>
        <source>Check now</source>
        <comment>@action:button looks whether everything is in order</comment>
        <translation>فحص الآن</translation>
    </message>
    <message>
        <source>Self-check</source>
        <comment>@label</comment>
        <translation>الفحص الذاتي</translation>
    </message>
    <message>
        <source>Looks at the server, the keychain, the list of files and the disk, and writes a report for whoever helps you. It holds no names of files, no addresses and no secrets.</source>
        <comment>@info about the self-check</comment>
        <translation>يفحص الخادم وحلقة المفاتيح وقائمة الملفات والقرص، ويكتب تقريرًا لمن يساعدك. لا يحتوي على أسماء ملفات ولا عناوين ولا أسرار.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <comment>@action:button in the desktop&apos;s file manager</comment>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Log</source>
        <comment>@label the file that says what happened</comment>
        <translation>السجل</translation>
    </message>
    <message>
        <source>What the program did, in learnlab.log.</source>
        <comment>@info</comment>
        <translation>ما فعله البرنامج، في learnlab.log.</translation>
    </message>
    <message>
        <source>Open the folder of the log</source>
        <comment>accessible name of a button</comment>
        <translation>فتح مجلد السجل</translation>
    </message>
    <message>
        <source>Detailed log</source>
        <comment>@option:check</comment>
        <translation>سجل مفصّل</translation>
    </message>
    <message>
        <source>Writes every step down, without secrets. For hunting an error; the log grows quickly.</source>
        <comment>@info</comment>
        <translation>يكتب كل خطوة دون أسرار. للبحث عن خطأ؛ يكبر السجل بسرعة.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <comment>@info:status</comment>
        <translation>جارٍ الفحص…</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <comment>@title page of the settings</comment>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Theme</source>
        <comment>@title:group light or dark</comment>
        <translation>السمة</translation>
    </message>
    <message>
        <source>Lists and text</source>
        <comment>@title:group of settings</comment>
        <translation>القوائم والنص</translation>
    </message>
    <message>
        <source>Rows</source>
        <comment>@label:listbox how high the rows of lists are</comment>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>How high the rows in the list of files are.</source>
        <comment>@info below the choice</comment>
        <translation>ارتفاع الصفوف في قائمة الملفات.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <comment>@item:inlistbox high rows</comment>
        <translation>مريح</translation>
    </message>
    <message>
        <source>Compact</source>
        <comment>@item:inlistbox low rows</comment>
        <translation>مضغوط</translation>
    </message>
    <message>
        <source>Size of text</source>
        <comment>@label:listbox</comment>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>On top of what the desktop is set to.</source>
        <comment>@info below the choice of the size of text</comment>
        <translation>إضافةً إلى ما ضُبط عليه سطح المكتب.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <comment>@option:check</comment>
        <translation>تقليل الحركة</translation>
    </message>
    <message>
        <source>Nothing slides or fades. The desktop&apos;s own wish for less motion holds anyway.</source>
        <comment>@info below a check box</comment>
        <translation>لا شيء ينزلق أو يتلاشى. تُراعى رغبة سطح المكتب في تقليل الحركة على أي حال.</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>@item:inlistbox the size of text</comment>
        <translation>%1٪</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::Breadcrumb</name>
    <message>
        <source>Path</source>
        <comment>@label accessible name of the breadcrumb</comment>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Folders above</source>
        <comment>@action:button opens the hidden parts of the path</comment>
        <translation>المجلدات الأعلى</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::BrowseController</name>
    <message>
        <source>No program on this computer opens “%1”.</source>
        <translation>لا يوجد برنامج على هذا الحاسوب يفتح «%1».</translation>
    </message>
    <message>
        <source>New folder</source>
        <comment>name of a folder just made</comment>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>Upload folder</source>
        <translation>رفع مجلد</translation>
    </message>
    <message>
        <source>Upload files</source>
        <translation>رفع ملفات</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>button of the file dialog</comment>
        <translation>رفع</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be uploaded, first “%1”. The others go on.</source>
        <translation>
            <numerusform>تعذّر رفع %n عنصر، أولها «%1». تستمر البقية.</numerusform>
            <numerusform>تعذّر رفع عنصر واحد، أولها «%1». تستمر البقية.</numerusform>
            <numerusform>تعذّر رفع عنصرين، أولها «%1». تستمر البقية.</numerusform>
            <numerusform>تعذّر رفع %n عناصر، أولها «%1». تستمر البقية.</numerusform>
            <numerusform>تعذّر رفع %n عنصرًا، أولها «%1». تستمر البقية.</numerusform>
            <numerusform>تعذّر رفع %n عنصر، أولها «%1». تستمر البقية.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n item(s).</source>
        <translation>
            <numerusform>تم نقل %n عنصر.</numerusform>
            <numerusform>تم نقل عنصر واحد.</numerusform>
            <numerusform>تم نقل عنصرين.</numerusform>
            <numerusform>تم نقل %n عناصر.</numerusform>
            <numerusform>تم نقل %n عنصرًا.</numerusform>
            <numerusform>تم نقل %n عنصر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n item(s) to trash.</source>
        <translation>
            <numerusform>تم نقل %n عنصر إلى المهملات.</numerusform>
            <numerusform>تم نقل عنصر واحد إلى المهملات.</numerusform>
            <numerusform>تم نقل عنصرين إلى المهملات.</numerusform>
            <numerusform>تم نقل %n عناصر إلى المهملات.</numerusform>
            <numerusform>تم نقل %n عنصرًا إلى المهملات.</numerusform>
            <numerusform>تم نقل %n عنصر إلى المهملات.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %n item(s).</source>
        <translation>
            <numerusform>تمت استعادة %n عنصر.</numerusform>
            <numerusform>تمت استعادة عنصر واحد.</numerusform>
            <numerusform>تمت استعادة عنصرين.</numerusform>
            <numerusform>تمت استعادة %n عناصر.</numerusform>
            <numerusform>تمت استعادة %n عنصرًا.</numerusform>
            <numerusform>تمت استعادة %n عنصر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Download a copy</source>
        <translation>تنزيل نسخة</translation>
    </message>
    <message>
        <source>“%1” was downloaded.</source>
        <translation>نُزّل «%1».</translation>
    </message>
    <message numerus="yes">
        <source>Download %n item(s) to</source>
        <translation>
            <numerusform>تنزيل %n عنصر إلى</numerusform>
            <numerusform>تنزيل عنصر واحد إلى</numerusform>
            <numerusform>تنزيل عنصرين إلى</numerusform>
            <numerusform>تنزيل %n عناصر إلى</numerusform>
            <numerusform>تنزيل %n عنصرًا إلى</numerusform>
            <numerusform>تنزيل %n عنصر إلى</numerusform>
        </translation>
    </message>
    <message>
        <source>Download here</source>
        <comment>button of the file dialog</comment>
        <translation>تنزيل هنا</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be downloaded, first “%1”.</source>
        <translation>
            <numerusform>تعذّر تنزيل %n ملف، أولها «%1».</numerusform>
            <numerusform>تعذّر تنزيل ملف واحد، أولها «%1».</numerusform>
            <numerusform>تعذّر تنزيل ملفين، أولها «%1».</numerusform>
            <numerusform>تعذّر تنزيل %n ملفات، أولها «%1».</numerusform>
            <numerusform>تعذّر تنزيل %n ملفًا، أولها «%1».</numerusform>
            <numerusform>تعذّر تنزيل %n ملف، أولها «%1».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) downloaded to “%1”.</source>
        <translation>
            <numerusform>تم تنزيل %n ملف إلى «%1».</numerusform>
            <numerusform>تم تنزيل ملف واحد إلى «%1».</numerusform>
            <numerusform>تم تنزيل ملفين إلى «%1».</numerusform>
            <numerusform>تم تنزيل %n ملفات إلى «%1».</numerusform>
            <numerusform>تم تنزيل %n ملفًا إلى «%1».</numerusform>
            <numerusform>تم تنزيل %n ملف إلى «%1».</numerusform>
        </translation>
    </message>
    <message>
        <source>Share link</source>
        <translation>رابط مشاركة</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Search all files</source>
        <translation>البحث في كل الملفات</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a file, what went wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <translation>حذف نهائي</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::BrowsePage</name>
    <message>
        <source>Nothing can be dropped here</source>
        <comment>@info while dragging over a list that takes nothing</comment>
        <translation>لا يمكن إفلات شيء هنا</translation>
    </message>
    <message>
        <source>Move to</source>
        <comment>@info in front of a folder&apos;s name, while dragging</comment>
        <translation>نقل إلى</translation>
    </message>
    <message>
        <source>Drop to upload to</source>
        <comment>@info in front of a folder&apos;s name, while dragging</comment>
        <translation>أفلت للرفع إلى</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ChangeListModel</name>
    <message>
        <source>All files</source>
        <comment>the place at the top</comment>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Trash</source>
        <comment>a place</comment>
        <translation>المهملات</translation>
    </message>
    <message>
        <source>Nowhere any more</source>
        <comment>a place</comment>
        <translation>لم يعد في أي مكان</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>By</source>
        <translation>من</translation>
    </message>
    <message>
        <source>You, on this computer</source>
        <translation>أنت، على هذا الحاسوب</translation>
    </message>
    <message>
        <source>You, on another computer</source>
        <translation>أنت، على حاسوب آخر</translation>
    </message>
    <message>
        <source>New folder “%1”</source>
        <comment>a change</comment>
        <translation>مجلد جديد «%1»</translation>
    </message>
    <message>
        <source>“%1” renamed to “%2”</source>
        <comment>a change</comment>
        <translation>غُيّر اسم «%1» إلى «%2»</translation>
    </message>
    <message>
        <source>Renamed to “%1”</source>
        <comment>a change</comment>
        <translation>غُيّر الاسم إلى «%1»</translation>
    </message>
    <message>
        <source>“%1” moved to “%2”</source>
        <comment>a change, the name of a folder</comment>
        <translation>نُقل «%1» إلى «%2»</translation>
    </message>
    <message>
        <source>“%1” moved to trash</source>
        <comment>a change</comment>
        <translation>نُقل «%1» إلى المهملات</translation>
    </message>
    <message>
        <source>“%1” restored from trash</source>
        <comment>a change</comment>
        <translation>استُعيد «%1» من المهملات</translation>
    </message>
    <message>
        <source>Waiting for network</source>
        <comment>state of a change</comment>
        <translation>بانتظار الشبكة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>state of a change</comment>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of a row in the list</comment>
        <translation>%1 من %2</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ChangesDialog</name>
    <message>
        <source>Your change</source>
        <translation>تغييرك</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>على الخادم</translation>
    </message>
    <message>
        <source>Everything you changed is on the server.</source>
        <translation>كل ما غيّرته موجود على الخادم.</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>عرض في المجلد</translation>
    </message>
    <message>
        <source>Waiting changes</source>
        <translation>تغييرات منتظرة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be made on the server and were undone here.</source>
        <translation>
            <numerusform>تعذّر تنفيذ %n تغيير على الخادم، فتم التراجع هنا.</numerusform>
            <numerusform>تعذّر تنفيذ تغيير واحد على الخادم، فتم التراجع هنا.</numerusform>
            <numerusform>تعذّر تنفيذ تغييرين على الخادم، فتم التراجع هنا.</numerusform>
            <numerusform>تعذّر تنفيذ %n تغييرات على الخادم، فتم التراجع هنا.</numerusform>
            <numerusform>تعذّر تنفيذ %n تغييرًا على الخادم، فتم التراجع هنا.</numerusform>
            <numerusform>تعذّر تنفيذ %n تغيير على الخادم، فتم التراجع هنا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Made on this computer and not yet on the server. They are sent in this order.</source>
        <translation>أُجريت على هذا الحاسوب ولم تصل إلى الخادم بعد. تُرسل بهذا الترتيب.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <comment>a change that was refused</comment>
        <translation>صرف</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <comment>a change that waits</comment>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Use another name</source>
        <translation>استخدام اسم آخر</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>أعد المحاولة</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ClipboardController</name>
    <message numerus="yes">
        <source>Cut %n item(s). Paste them where they belong</source>
        <translation>
            <numerusform>تم قص %n عنصر. الصق حيث تريد</numerusform>
            <numerusform>تم قص عنصر واحد. الصق حيث تريد</numerusform>
            <numerusform>تم قص عنصرين. الصق حيث تريد</numerusform>
            <numerusform>تم قص %n عناصر. الصق حيث تريد</numerusform>
            <numerusform>تم قص %n عنصرًا. الصق حيث تريد</numerusform>
            <numerusform>تم قص %n عنصر. الصق حيث تريد</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders can be moved, but not copied</source>
        <translation>يمكن نقل المجلدات لكن لا يمكن نسخها</translation>
    </message>
    <message>
        <source>Pasted text %1</source>
        <comment>name of a file; %1 is a date and a time</comment>
        <translation>نص ملصق %1</translation>
    </message>
    <message>
        <source>There is nothing to paste</source>
        <translation>لا يوجد ما يُلصق</translation>
    </message>
    <message>
        <source>Pasted image %1</source>
        <comment>name of a file; %1 is a date and a time</comment>
        <translation>صورة ملصقة %1</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ConflictDialog</name>
    <message>
        <source>Modified</source>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>%1 · newer</source>
        <comment>date</comment>
        <translation>%1 · الأحدث</translation>
    </message>
    <message numerus="yes">
        <source>Do the same for the %n other conflict(s)</source>
        <translation>
            <numerusform>تطبيق الاختيار نفسه على %n تعارض غيره</numerusform>
            <numerusform>تطبيق الاختيار نفسه على تعارض واحد غيره</numerusform>
            <numerusform>تطبيق الاختيار نفسه على تعارضين غيره</numerusform>
            <numerusform>تطبيق الاختيار نفسه على %n تعارضات غيره</numerusform>
            <numerusform>تطبيق الاختيار نفسه على %n تعارضًا غيره</numerusform>
            <numerusform>تطبيق الاختيار نفسه على %n تعارض غيره</numerusform>
        </translation>
    </message>
    <message>
        <source>Name already taken</source>
        <translation>الاسم مستخدم مسبقًا</translation>
    </message>
    <message>
        <source>Keep both</source>
        <comment>conflict</comment>
        <translation>الاحتفاظ بكليهما</translation>
    </message>
    <message>
        <source>Your file is uploaded under a new name.</source>
        <translation>يُرفع ملفك باسم جديد.</translation>
    </message>
    <message>
        <source>Replace</source>
        <comment>conflict</comment>
        <translation>استبدال</translation>
    </message>
    <message>
        <source>The server&apos;s copy goes to the trash, where you can restore it.</source>
        <translation>تنتقل نسخة الخادم إلى المهملات، ويمكنك استعادتها منها.</translation>
    </message>
    <message>
        <source>Skip</source>
        <comment>conflict</comment>
        <translation>تخطٍّ</translation>
    </message>
    <message>
        <source>The server&apos;s copy stays; yours stays on this computer.</source>
        <translation>تبقى نسخة الخادم، وتبقى نسختك على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>“%1” is here already</source>
        <translation>«%1» موجود هنا مسبقًا</translation>
    </message>
    <message>
        <source>Nothing has been overwritten. Both copies are safe.</source>
        <translation>لم يُستبدل شيء. النسختان في أمان.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>By</source>
        <translation>من</translation>
    </message>
    <message>
        <source>You, on this computer</source>
        <translation>أنت، على هذا الحاسوب</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>على الخادم</translation>
    </message>
    <message>
        <source>You, on another computer</source>
        <translation>أنت، على جهاز آخر</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>القرار لاحقًا</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::CrumbButton</name>
    <message>
        <source>Current folder</source>
        <comment>@info accessible description of the last part of the path</comment>
        <translation>المجلد الحالي</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DetailsPane</name>
    <message>
        <source>%1 (%2 bytes)</source>
        <comment>@info a size, short and exact</comment>
        <translation>%1 (‎%2 بايت)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>إغلاق التفاصيل</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) selected</source>
        <translation>
            <numerusform>%n عنصر في التحديد</numerusform>
            <numerusform>عنصر واحد في التحديد</numerusform>
            <numerusform>عنصران في التحديد</numerusform>
            <numerusform>%n عناصر في التحديد</numerusform>
            <numerusform>%n عنصرًا في التحديد</numerusform>
            <numerusform>%n عنصر في التحديد</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>المجلدات</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>لم يعد هذا موجودًا.</translation>
    </message>
    <message>
        <source>Select a file to see what is known of it, and to share it.</source>
        <translation>حدّد ملفًا لعرض ما يُعرف عنه ولمشاركته.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>محليًا</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Being fetched</source>
        <translation>يُجلب الآن</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <comment>@action:button a folder</comment>
        <translation>الانتقال إلى %1</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DeviceList</name>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Unknown device</source>
        <translation>جهاز غير معروف</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>Active now</source>
        <translation>نشط الآن</translation>
    </message>
    <message>
        <source>Signed in %1</source>
        <comment>day and time</comment>
        <translation>سجّل الدخول %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <comment>a device</comment>
        <translation>تسجيل خروج %1</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>جارٍ تسجيل الخروج…</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DevicesPage</name>
    <message>
        <source>Devices</source>
        <comment>@title page of the settings</comment>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Computers and phones signed in to your account. Sign out any you do not recognise, then change your password.</source>
        <translation>الحواسيب والهواتف المسجّلة الدخول إلى حسابك. سجّل خروج ما لا تعرفه منها، ثم غيّر كلمة مرورك.</translation>
    </message>
    <message>
        <source>A device that is signed out cannot read or change your files any more. Files on the server stay as they are.</source>
        <comment>@info</comment>
        <translation>لا يستطيع جهاز سُجّل خروجه قراءة ملفاتك أو تغييرها بعد ذلك. تبقى الملفات على الخادم كما هي.</translation>
    </message>
    <message>
        <source>Sign out all other devices…</source>
        <translation>تسجيل خروج كل الأجهزة الأخرى…</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) signed in</source>
        <translation>
            <numerusform>%n جهاز بتسجيل دخول</numerusform>
            <numerusform>جهاز واحد بتسجيل دخول</numerusform>
            <numerusform>جهازان بتسجيل دخول</numerusform>
            <numerusform>%n أجهزة بتسجيل دخول</numerusform>
            <numerusform>%n جهازًا بتسجيل دخول</numerusform>
            <numerusform>%n جهاز بتسجيل دخول</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out other devices</source>
        <translation>تسجيل خروج الأجهزة الأخرى</translation>
    </message>
    <message>
        <source>Sign out all other devices?</source>
        <translation>هل تريد تسجيل خروج كل الأجهزة الأخرى؟</translation>
    </message>
    <message>
        <source>Files on the server stay as they are. Each device has to sign in again.</source>
        <translation>تبقى الملفات على الخادم كما هي. على كل جهاز تسجيل الدخول من جديد.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DragController</name>
    <message numerus="yes">
        <source>Fetching %n file(s) from the server…</source>
        <comment>@info while files are dragged out of the window</comment>
        <translation>
            <numerusform>جارٍ جلب %n ملف من الخادم…</numerusform>
            <numerusform>جارٍ جلب ملف واحد من الخادم…</numerusform>
            <numerusform>جارٍ جلب ملفين من الخادم…</numerusform>
            <numerusform>جارٍ جلب %n ملفات من الخادم…</numerusform>
            <numerusform>جارٍ جلب %n ملفًا من الخادم…</numerusform>
            <numerusform>جارٍ جلب %n ملف من الخادم…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were not here yet and were left out. Drag them again in a moment.</source>
        <translation>
            <numerusform>%n ملف لم يكن هنا بعد فتُرك. اسحبه مجددًا بعد لحظة.</numerusform>
            <numerusform>ملف واحد لم يكن هنا بعد فتُرك. اسحبه مجددًا بعد لحظة.</numerusform>
            <numerusform>ملفان لم يكن هنا بعد فتُرك. اسحبه مجددًا بعد لحظة.</numerusform>
            <numerusform>%n ملفات لم يكن هنا بعد فتُرك. اسحبه مجددًا بعد لحظة.</numerusform>
            <numerusform>%n ملفًا لم يكن هنا بعد فتُرك. اسحبه مجددًا بعد لحظة.</numerusform>
            <numerusform>%n ملف لم يكن هنا بعد فتُرك. اسحبه مجددًا بعد لحظة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) were left out. Folders and large files come with “Download a copy”.</source>
        <translation>
            <numerusform>تُرك %n عنصر. تأتي المجلدات والملفات الكبيرة مع «تنزيل نسخة».</numerusform>
            <numerusform>تُرك عنصر واحد. تأتي المجلدات والملفات الكبيرة مع «تنزيل نسخة».</numerusform>
            <numerusform>تُرك عنصران. تأتي المجلدات والملفات الكبيرة مع «تنزيل نسخة».</numerusform>
            <numerusform>تُرك %n عناصر. تأتي المجلدات والملفات الكبيرة مع «تنزيل نسخة».</numerusform>
            <numerusform>تُرك %n عنصرًا. تأتي المجلدات والملفات الكبيرة مع «تنزيل نسخة».</numerusform>
            <numerusform>تُرك %n عنصر. تأتي المجلدات والملفات الكبيرة مع «تنزيل نسخة».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FileActions</name>
    <message>
        <source>Upload files…</source>
        <translation>رفع ملفات…</translation>
    </message>
    <message>
        <source>Upload folder…</source>
        <translation>رفع مجلد…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Download a copy…</source>
        <translation>تنزيل نسخة…</translation>
    </message>
    <message>
        <source>Keep offline</source>
        <translation>إبقاء دون اتصال</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>قص</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>نقل إلى…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة تسمية</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>نقل إلى المهملات</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Share link…</source>
        <translation>رابط مشاركة…</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Proof of upload</source>
        <translation>إثبات الرفع</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>إلغاء التحديد</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>تقدّم</translation>
    </message>
    <message>
        <source>Up one folder</source>
        <translation>إلى المجلد الأعلى</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Go to path</source>
        <translation>الانتقال إلى مسار</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>عمليات النقل</translation>
    </message>
    <message>
        <source>Pause or resume all</source>
        <translation>إيقاف الكل مؤقتًا أو استئنافه</translation>
    </message>
    <message>
        <source>Side bar</source>
        <translation>الشريط الجانبي</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>السجل…</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>المنطقة التالية</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>المنطقة السابقة</translation>
    </message>
    <message>
        <source>Waiting changes…</source>
        <translation>تغييرات منتظرة…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>إغلاق النافذة</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>لا شيء محدد</translation>
    </message>
    <message>
        <source>It is in trash. Restore it first</source>
        <translation>إنه في المهملات. استعده أولًا</translation>
    </message>
    <message>
        <source>Only one thing at a time</source>
        <translation>عنصر واحد فقط في كل مرة</translation>
    </message>
    <message>
        <source>Go to All files first: only folders take new things</source>
        <translation>انتقل إلى «كل الملفات» أولًا: المجلدات وحدها تستقبل أشياء جديدة</translation>
    </message>
    <message>
        <source>You are offline, and this file is not on this computer</source>
        <translation>أنت غير متصل، وهذا الملف ليس على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Folders can be moved, but not copied</source>
        <translation>يمكن نقل المجلدات لكن لا يمكن نسخها</translation>
    </message>
    <message>
        <source>It is not in trash</source>
        <translation>ليس في المهملات</translation>
    </message>
    <message>
        <source>Links lead to one file</source>
        <translation>تؤدي الروابط إلى ملف واحد</translation>
    </message>
    <message>
        <source>The server does not have this file yet</source>
        <translation>لا يملك الخادم هذا الملف بعد</translation>
    </message>
    <message>
        <source>You are offline. Links are made by the server</source>
        <translation>أنت غير متصل. الروابط ينشئها الخادم</translation>
    </message>
    <message>
        <source>Proofs are for files</source>
        <translation>الإثباتات للملفات</translation>
    </message>
    <message>
        <source>You are offline. Proofs come from the server</source>
        <translation>أنت غير متصل. الإثباتات تأتي من الخادم</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>Show as list</source>
        <translation>عرض كقائمة</translation>
    </message>
    <message>
        <source>Show as grid</source>
        <translation>عرض كشبكة</translation>
    </message>
    <message>
        <source>Larger tiles</source>
        <translation>مربعات أكبر</translation>
    </message>
    <message>
        <source>Smaller tiles</source>
        <translation>مربعات أصغر</translation>
    </message>
    <message>
        <source>Tiles of usual size</source>
        <translation>مربعات بالحجم المعتاد</translation>
    </message>
    <message>
        <source>Delete permanently…</source>
        <translation>حذف نهائي…</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>إفراغ المهملات…</translation>
    </message>
    <message>
        <source>You are offline. Only the server deletes for good</source>
        <translation>أنت غير متصل. الخادم وحده يحذف نهائيًا</translation>
    </message>
    <message>
        <source>Trash is empty</source>
        <translation>المهملات فارغة</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FileGridView</name>
    <message>
        <source>Files</source>
        <comment>@label accessible name of the grid</comment>
        <translation>الملفات</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FileListModel</name>
    <message>
        <source>Folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>Fetching</source>
        <comment>status of what is to be kept offline</comment>
        <translation>يُجلب</translation>
    </message>
    <message>
        <source>Partly offline</source>
        <comment>status of what is to be kept offline</comment>
        <translation>متاح جزئيًا دون اتصال</translation>
    </message>
    <message>
        <source>Available offline</source>
        <comment>status of a file</comment>
        <translation>متاح دون اتصال</translation>
    </message>
    <message>
        <source>Will upload later</source>
        <comment>status of a file</comment>
        <translation>سيُرفع لاحقًا</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>status of a file</comment>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Waiting for network</source>
        <comment>status of a file</comment>
        <translation>بانتظار الشبكة</translation>
    </message>
    <message>
        <source>Only here</source>
        <comment>status of a file that a restored server lacks</comment>
        <translation>هنا فقط</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>status of a file</comment>
        <translation>تعذّر</translation>
    </message>
    <message>
        <source>Conflict</source>
        <comment>status of a file</comment>
        <translation>تعارض</translation>
    </message>
    <message>
        <source>Online only</source>
        <comment>status of a file</comment>
        <translation>على الشبكة فقط</translation>
    </message>
    <message>
        <source>uploading</source>
        <translation>يُرفع</translation>
    </message>
    <message>
        <source>uploading, %1 percent</source>
        <translation>يُرفع، %1 في المئة</translation>
    </message>
    <message>
        <source>This file is not on this computer. Connect to open it, or choose “Keep offline” next time you are online.</source>
        <translation>هذا الملف ليس على هذا الحاسوب. اتصل لفتحه، أو اختر «إبقاء دون اتصال» عندما تتصل في المرة القادمة.</translation>
    </message>
    <message>
        <source>The server was restored and does not have this file any more. It is safe on this computer. Retry uploads it again.</source>
        <translation>استُعيد الخادم ولم يعد لديه هذا الملف. إنه في أمان على هذا الحاسوب. إعادة المحاولة ترفعه من جديد.</translation>
    </message>
    <message>
        <source>Not all of it is on this computer: there is no room for the rest.</source>
        <translation>ليس كله على هذا الحاسوب: لا مساحة للباقي.</translation>
    </message>
    <message>
        <source>On its way to this computer, to be there without a network.</source>
        <translation>في طريقه إلى هذا الحاسوب ليتاح دون شبكة.</translation>
    </message>
    <message>
        <source>Synced and verified</source>
        <translation>متزامن ومتحقَّق منه</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column header</comment>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>column header</comment>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>column header</comment>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Deleted</source>
        <comment>column header</comment>
        <translation>تاريخ الحذف</translation>
    </message>
    <message>
        <source>Modified</source>
        <comment>column header</comment>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>Status</source>
        <comment>column header</comment>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of a row in the list</comment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Changes waiting</source>
        <comment>status of a file or a folder</comment>
        <translation>تغييرات في الانتظار</translation>
    </message>
    <message>
        <source>Will be created later</source>
        <comment>status of a folder</comment>
        <translation>سيُنشأ لاحقًا</translation>
    </message>
    <message>
        <source>Will be renamed later</source>
        <comment>status of a file or a folder</comment>
        <translation>ستُعاد تسميته لاحقًا</translation>
    </message>
    <message>
        <source>Will be moved later</source>
        <comment>status of a file or a folder</comment>
        <translation>سيُنقل لاحقًا</translation>
    </message>
    <message>
        <source>Will move to trash later</source>
        <comment>status of a file or a folder</comment>
        <translation>سيُنقل إلى المهملات لاحقًا</translation>
    </message>
    <message>
        <source>Will be restored later</source>
        <comment>status of a file or a folder</comment>
        <translation>سيُستعاد لاحقًا</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FileListView</name>
    <message>
        <source>Files</source>
        <comment>@label accessible name of the list</comment>
        <translation>الملفات</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FolderTreeModel</name>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>name of a folder, the folder it is in</comment>
        <translation>%1 في %2</translation>
    </message>
    <message>
        <source>Nothing can be moved into itself</source>
        <translation>لا يمكن نقل شيء إلى داخل نفسه</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::GeneralPage</name>
    <message>
        <source>General</source>
        <comment>@title page of the settings</comment>
        <translation>عام</translation>
    </message>
    <message>
        <source>Language</source>
        <comment>@label:listbox</comment>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Words, dates and numbers. Everything changes at once.</source>
        <comment>@info below the choice of the language</comment>
        <translation>الكلمات والتواريخ والأرقام. يتغيّر كل شيء فورًا.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <comment>@item:inlistbox a choice of language, theme or proxy</comment>
        <translation>كإعداد سطح المكتب</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>@title:group of settings about starting the program</comment>
        <translation>البدء</translation>
    </message>
    <message>
        <source>Start LearnLab when you sign in to this computer</source>
        <comment>@option:check</comment>
        <translation>تشغيل LearnLab عند تسجيل الدخول إلى هذا الحاسوب</translation>
    </message>
    <message>
        <source>Files you keep offline are brought up to date, and uploads go on where they stopped.</source>
        <comment>@info below the check box for starting with the desktop</comment>
        <translation>تُحدَّث الملفات التي تبقيها دون اتصال، وتستمر عمليات الرفع من حيث توقفت.</translation>
    </message>
    <message>
        <source>In the background</source>
        <comment>@title:group of settings</comment>
        <translation>في الخلفية</translation>
    </message>
    <message>
        <source>Keep running in the background when the window is closed</source>
        <comment>@option:check</comment>
        <translation>الاستمرار في الخلفية عند إغلاق النافذة</translation>
    </message>
    <message>
        <source>Transfers go on. The window comes back from the icon in the system tray.</source>
        <comment>@info below a check box</comment>
        <translation>تستمر عمليات النقل. تعود النافذة من الأيقونة في علبة النظام.</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <comment>@option:check</comment>
        <translation>عرض الإشعارات</translation>
    </message>
    <message>
        <source>When transfers are through, and when one of them needs you.</source>
        <comment>@info below a check box</comment>
        <translation>عندما تنتهي عمليات النقل وعندما تحتاج إحداها إليك.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::HistoryDialog</name>
    <message>
        <source>What you do with files on this computer appears here.</source>
        <translation>يظهر هنا ما تفعله بالملفات على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>عرض في المجلد</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::IntegritySection</name>
    <message>
        <source>Copy SHA-256</source>
        <comment>@action:button</comment>
        <translation>نسخ SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 copied.</source>
        <translation>نُسخت بصمة SHA-256.</translation>
    </message>
    <message>
        <source>Proof of upload</source>
        <comment>@action:button</comment>
        <translation>إثبات الرفع</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
    <message>
        <source>There is one as soon as the file is uploaded.</source>
        <translation>يتوفر حالما يُرفع الملف.</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <comment>@label the digest of a file</comment>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 verified</source>
        <translation>تم التحقق من SHA-256</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>جارٍ التحقق…</translation>
    </message>
    <message>
        <source>This copy differs from your file. Upload it again.</source>
        <translation>هذه النسخة مختلفة عن ملفك. ارفعه من جديد.</translation>
    </message>
    <message>
        <source>The server&apos;s proof is not genuine. Do not rely on it.</source>
        <translation>إثبات الخادم غير أصيل. لا تعتمد عليه.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::KeptController</name>
    <message>
        <source>Edited here and not on the server yet: %1.</source>
        <comment>@info names of files</comment>
        <translation>عُدّل هنا وليس على الخادم بعد: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Edited here and not on the server yet: %1 and %n more.</source>
        <comment>@info names of files</comment>
        <translation>
            <numerusform>عُدّل هنا وليس على الخادم بعد: %1 و%n أخرى.</numerusform>
            <numerusform>عُدّل هنا وليس على الخادم بعد: %1 وواحد آخر.</numerusform>
            <numerusform>عُدّل هنا وليس على الخادم بعد: %1 واثنان آخران.</numerusform>
            <numerusform>عُدّل هنا وليس على الخادم بعد: %1 و%n أخرى.</numerusform>
            <numerusform>عُدّل هنا وليس على الخادم بعد: %1 و%n أخرى.</numerusform>
            <numerusform>عُدّل هنا وليس على الخادم بعد: %1 و%n أخرى.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::LinkListModel</name>
    <message>
        <source>Closed: in trash</source>
        <comment>@info a link whose file is in trash</comment>
        <translation>مغلق: في المهملات</translation>
    </message>
    <message>
        <source>Does not end</source>
        <comment>@info a link without an end</comment>
        <translation>لا ينتهي</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <comment>@info day and time</comment>
        <translation>انتهى %1</translation>
    </message>
    <message>
        <source>Ends %1</source>
        <comment>@info day and time</comment>
        <translation>ينتهي %1</translation>
    </message>
    <message>
        <source>A file that is not in the list yet</source>
        <translation>ملف ليس في القائمة بعد</translation>
    </message>
    <message>
        <source>%1 · password</source>
        <comment>@info how a link stands</comment>
        <translation>%1 · كلمة مرور</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>الرابط</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>التنزيلات</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::LinksPage</name>
    <message>
        <source>Shared links</source>
        <translation>روابط المشاركة</translation>
    </message>
    <message>
        <source>Copy link</source>
        <comment>@action:button</comment>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Show file</source>
        <comment>@action:button</comment>
        <translation>عرض الملف</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <comment>@action:button links, for good</comment>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Links you create appear here</source>
        <translation>تظهر هنا الروابط التي تنشئها</translation>
    </message>
    <message>
        <source>Select a file and choose Share link: whoever has the link can download it.</source>
        <translation>حدّد ملفًا واختر «رابط مشاركة»: يمكن لمن لديه الرابط تنزيله.</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) copied.</source>
        <translation>
            <numerusform>تم نسخ %n رابط.</numerusform>
            <numerusform>تم نسخ رابط واحد.</numerusform>
            <numerusform>تم نسخ رابطين.</numerusform>
            <numerusform>تم نسخ %n روابط.</numerusform>
            <numerusform>تم نسخ %n رابطًا.</numerusform>
            <numerusform>تم نسخ %n رابط.</numerusform>
        </translation>
    </message>
    <message>
        <source>Link withdrawn. It opens nothing any more.</source>
        <translation>سُحب الرابط. لم يعد يفتح شيئًا.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::MainWindow</name>
    <message numerus="yes">
        <source>The list of files was damaged and is made anew. %n upload(s) and changes were kept.</source>
        <translation>
            <numerusform>كانت قائمة الملفات تالفة ويُعاد إنشاؤها. تم الاحتفاظ بـ%n عملية من الرفع والتغييرات.</numerusform>
            <numerusform>كانت قائمة الملفات تالفة ويُعاد إنشاؤها. تم الاحتفاظ بـعملية واحدة من الرفع والتغييرات.</numerusform>
            <numerusform>كانت قائمة الملفات تالفة ويُعاد إنشاؤها. تم الاحتفاظ بـعمليتين من الرفع والتغييرات.</numerusform>
            <numerusform>كانت قائمة الملفات تالفة ويُعاد إنشاؤها. تم الاحتفاظ بـ%n عمليات من الرفع والتغييرات.</numerusform>
            <numerusform>كانت قائمة الملفات تالفة ويُعاد إنشاؤها. تم الاحتفاظ بـ%n عملية من الرفع والتغييرات.</numerusform>
            <numerusform>كانت قائمة الملفات تالفة ويُعاد إنشاؤها. تم الاحتفاظ بـ%n عملية من الرفع والتغييرات.</numerusform>
        </translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>الأخيرة</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>حسب النوع</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>الأكبر</translation>
    </message>
    <message>
        <source>Available offline</source>
        <translation>متاحة دون اتصال</translation>
    </message>
    <message>
        <source>Shared links</source>
        <translation>روابط المشاركة</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>المهملات</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Shared computer</source>
        <translation>حاسوب مشترك</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are not on the server yet.</source>
        <translation>
            <numerusform>%n عنصر ليس على الخادم بعد.</numerusform>
            <numerusform>عنصر واحد ليس على الخادم بعد.</numerusform>
            <numerusform>عنصران ليس على الخادم بعد.</numerusform>
            <numerusform>%n عناصر ليس على الخادم بعد.</numerusform>
            <numerusform>%n عنصرًا ليس على الخادم بعد.</numerusform>
            <numerusform>%n عنصر ليس على الخادم بعد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything of your account is removed from this computer when you quit. Files that you uploaded from elsewhere on this computer stay where they are.</source>
        <translation>يُزال كل ما يخص حسابك من هذا الحاسوب عند الإنهاء. تبقى الملفات التي رفعتها من مكان آخر على هذا الحاسوب حيث هي.</translation>
    </message>
    <message>
        <source>Keep uploading</source>
        <translation>متابعة الرفع</translation>
    </message>
    <message>
        <source>Quit and remove</source>
        <translation>الإنهاء والإزالة</translation>
    </message>
    <message>
        <source>Removing your account from this computer…</source>
        <translation>تجري إزالة حسابك من هذا الحاسوب…</translation>
    </message>
    <message>
        <source>Make the window wider to share this file.</source>
        <translation>وسّع النافذة لمشاركة هذا الملف.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>نُسخ الرابط.</translation>
    </message>
    <message>
        <source>This link leads nowhere in LearnLab.</source>
        <translation>لا يؤدي هذا الرابط إلى شيء في LearnLab.</translation>
    </message>
    <message>
        <source>What this link leads to is not among your files.</source>
        <translation>ما يؤدي إليه هذا الرابط ليس بين ملفاتك.</translation>
    </message>
    <message>
        <source>This desktop has no system tray: closing the window ends LearnLab.</source>
        <translation>لا توجد علبة نظام على سطح المكتب هذا: إغلاق النافذة يُنهي LearnLab.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::MoveDialog</name>
    <message>
        <source>Move to</source>
        <translation>نقل إلى</translation>
    </message>
    <message numerus="yes">
        <source>Move %n item(s) to</source>
        <translation>
            <numerusform>نقل %n عنصر إلى</numerusform>
            <numerusform>نقل عنصر واحد إلى</numerusform>
            <numerusform>نقل عنصرين إلى</numerusform>
            <numerusform>نقل %n عناصر إلى</numerusform>
            <numerusform>نقل %n عنصرًا إلى</numerusform>
            <numerusform>نقل %n عنصر إلى</numerusform>
        </translation>
    </message>
    <message>
        <source>Search folders</source>
        <translation>بحث في المجلدات</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>المجلدات</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>نقل إلى هنا</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::NameDelegate</name>
    <message>
        <source>New name</source>
        <comment>@label accessible name of the field that renames a file</comment>
        <translation>الاسم الجديد</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::NavButton</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>@info accessible description of a place in the side bar</comment>
        <translation>
            <numerusform>%n عنصر</numerusform>
            <numerusform>عنصر واحد</numerusform>
            <numerusform>عنصران</numerusform>
            <numerusform>%n عناصر</numerusform>
            <numerusform>%n عنصرًا</numerusform>
            <numerusform>%n عنصر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::NoticeController</name>
    <message numerus="yes">
        <source>Uploaded: %n file(s) are on the server.</source>
        <comment>@info notification</comment>
        <translation>
            <numerusform>تم الرفع: %n ملف على الخادم.</numerusform>
            <numerusform>تم الرفع: ملف واحد على الخادم.</numerusform>
            <numerusform>تم الرفع: ملفان على الخادم.</numerusform>
            <numerusform>تم الرفع: %n ملفات على الخادم.</numerusform>
            <numerusform>تم الرفع: %n ملفًا على الخادم.</numerusform>
            <numerusform>تم الرفع: %n ملف على الخادم.</numerusform>
        </translation>
    </message>
    <message>
        <source>A file of this name is there already. Choose what to do.</source>
        <comment>@info notification</comment>
        <translation>يوجد ملف بهذا الاسم مسبقًا. اختر ما يجب فعله.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>@title notification; %1 is a file&apos;s name</comment>
        <translation>
            <numerusform>%1 و%n أخرى</numerusform>
            <numerusform>%1 وواحد آخر</numerusform>
            <numerusform>%1 واثنان آخران</numerusform>
            <numerusform>%1 و%n أخرى</numerusform>
            <numerusform>%1 و%n أخرى</numerusform>
            <numerusform>%1 و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <comment>@action:button of a notification</comment>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>@action:button of a notification</comment>
        <translation>عرض</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::OfflineBar</name>
    <message>
        <source>No limit</source>
        <comment>@item instead of a size</comment>
        <translation>دون حد</translation>
    </message>
    <message>
        <source> GB</source>
        <comment>@item:valuesuffix gigabytes</comment>
        <translation> غ.ب</translation>
    </message>
    <message>
        <source>Space for offline files</source>
        <comment>@label accessible name of the field for a size</comment>
        <translation>مساحة الملفات دون اتصال</translation>
    </message>
    <message>
        <source>Use at &amp;most</source>
        <comment>@label:spinbox in front of a size</comment>
        <translation>استخدام &amp;حتى</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) kept</source>
        <comment>@info how many files are kept offline</comment>
        <translation>
            <numerusform>%n ملف محليًا</numerusform>
            <numerusform>ملف واحد محليًا</numerusform>
            <numerusform>ملفان محليًا</numerusform>
            <numerusform>%n ملفات محليًا</numerusform>
            <numerusform>%n ملفًا محليًا</numerusform>
            <numerusform>%n ملف محليًا</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 used on this computer</source>
        <comment>@info a size</comment>
        <translation>%1 مستخدمة على هذا الحاسوب</translation>
    </message>
    <message numerus="yes">
        <source>%n not here yet (%1)</source>
        <comment>@info how many of them, and their size</comment>
        <translation>
            <numerusform>%n ملف ليس هنا بعد (%1)</numerusform>
            <numerusform>ملف واحد ليس هنا بعد (%1)</numerusform>
            <numerusform>ملفان ليس هنا بعد (%1)</numerusform>
            <numerusform>%n ملفات ليس هنا بعد (%1)</numerusform>
            <numerusform>%n ملفًا ليس هنا بعد (%1)</numerusform>
            <numerusform>%n ملف ليس هنا بعد (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited and not on the server yet</source>
        <comment>@info how many files</comment>
        <translation>
            <numerusform>%n ملف معدّل وليس على الخادم بعد</numerusform>
            <numerusform>ملف واحد معدّل وليس على الخادم بعد</numerusform>
            <numerusform>ملفان معدّل وليس على الخادم بعد</numerusform>
            <numerusform>%n ملفات معدّل وليس على الخادم بعد</numerusform>
            <numerusform>%n ملفًا معدّل وليس على الخادم بعد</numerusform>
            <numerusform>%n ملف معدّل وليس على الخادم بعد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::OfflinePage</name>
    <message>
        <source>Offline storage</source>
        <comment>@title page of the settings</comment>
        <translation>التخزين دون اتصال</translation>
    </message>
    <message>
        <source>Files that you keep offline or opened lie on this computer, so that they open without a network.</source>
        <comment>@info</comment>
        <translation>الملفات التي تبقيها دون اتصال أو فتحتها موجودة على هذا الحاسوب، فتُفتح دون شبكة.</translation>
    </message>
    <message>
        <source>Free up space</source>
        <comment>@action:button lets go of copies that were only opened</comment>
        <translation>تحرير مساحة</translation>
    </message>
    <message>
        <source>Used on this computer</source>
        <comment>@label how many bytes are kept</comment>
        <translation>المستخدم على هذا الحاسوب</translation>
    </message>
    <message>
        <source>No limit</source>
        <comment>@item instead of a size</comment>
        <translation>دون حد</translation>
    </message>
    <message>
        <source> GB</source>
        <comment>@item:valuesuffix gigabytes</comment>
        <translation> غ.ب</translation>
    </message>
    <message>
        <source>Use at most</source>
        <comment>@label:spinbox a size</comment>
        <translation>استخدام حتى</translation>
    </message>
    <message>
        <source>At the limit, copies of files that you only opened go first, the longest unused before the others. What you keep offline never goes by itself; keeping more is refused until there is room.</source>
        <comment>@info what happens when the limit is reached</comment>
        <translation>عند بلوغ الحد تُزال أولًا نسخ الملفات التي فتحتها فقط، والأقدم استخدامًا قبل غيرها. ما تبقيه دون اتصال لا يُزال تلقائيًا أبدًا، ويُرفض إبقاء المزيد حتى تتوفر مساحة.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <comment>@action:button in the desktop&apos;s file manager</comment>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Where</source>
        <comment>@label the folder of what is kept</comment>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Not known</source>
        <comment>@info instead of a folder</comment>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>%1 free on this disk</source>
        <comment>@info %1 is a size</comment>
        <translation>%1 متاحة على هذا القرص</translation>
    </message>
    <message>
        <source>Nothing: nobody is signed in.</source>
        <comment>@info instead of a size</comment>
        <translation>لا شيء: لم يسجّل أحد الدخول.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>@info sizes: used, allowed</comment>
        <translation>%1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) kept offline</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n ملف محفوظ دون اتصال</numerusform>
            <numerusform>ملف واحد محفوظ دون اتصال</numerusform>
            <numerusform>ملفان محفوظ دون اتصال</numerusform>
            <numerusform>%n ملفات محفوظ دون اتصال</numerusform>
            <numerusform>%n ملفًا محفوظ دون اتصال</numerusform>
            <numerusform>%n ملف محفوظ دون اتصال</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 only opened</source>
        <comment>@info a size</comment>
        <translation>%1 مفتوحة فقط</translation>
    </message>
    <message numerus="yes">
        <source>%n edited and not on the server yet</source>
        <comment>@info how many files</comment>
        <translation>
            <numerusform>%n ملف معدّل وليس على الخادم بعد</numerusform>
            <numerusform>ملف واحد معدّل وليس على الخادم بعد</numerusform>
            <numerusform>ملفان معدّل وليس على الخادم بعد</numerusform>
            <numerusform>%n ملفات معدّل وليس على الخادم بعد</numerusform>
            <numerusform>%n ملفًا معدّل وليس على الخادم بعد</numerusform>
            <numerusform>%n ملف معدّل وليس على الخادم بعد</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything here is kept offline on your wish.</source>
        <comment>@info:tooltip</comment>
        <translation>كل ما هنا محفوظ دون اتصال بطلب منك.</translation>
    </message>
    <message>
        <source>Copies that were only opened are gone from this computer. The server has them.</source>
        <comment>@info</comment>
        <translation>أُزيلت من هذا الحاسوب النسخ التي فُتحت فقط. هي على الخادم.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PageList</name>
    <message>
        <source>Pages of the settings</source>
        <comment>accessible name of a list</comment>
        <translation>صفحات الإعدادات</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PasswordField</name>
    <message>
        <source>Hide password</source>
        <comment>@action:button</comment>
        <translation>إخفاء كلمة المرور</translation>
    </message>
    <message>
        <source>Show password</source>
        <comment>@action:button</comment>
        <translation>إظهار كلمة المرور</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PathController</name>
    <message>
        <source>There is nothing called “%1” here. Check the letters, or search for it.</source>
        <translation>لا يوجد هنا شيء باسم «%1». تحقّق من الحروف أو ابحث عنه.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PathField</name>
    <message>
        <source>Path</source>
        <comment>@label accessible name of the field</comment>
        <translation>المسار</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::Preview</name>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <translation>معاينة %1</translation>
    </message>
    <message>
        <source>This is too large to be shown here.</source>
        <translation>هذا أكبر من أن يُعرض هنا.</translation>
    </message>
    <message>
        <source>There is no preview of files of this kind.</source>
        <translation>لا معاينة للملفات من هذا النوع.</translation>
    </message>
    <message>
        <source>Showing this took too long.</source>
        <translation>استغرق العرض وقتًا طويلًا.</translation>
    </message>
    <message>
        <source>The file could not be read. It is safe on the server.</source>
        <translation>تعذّرت قراءة الملف. إنه في أمان على الخادم.</translation>
    </message>
    <message>
        <source>This file may be damaged, or is of an unusual kind.</source>
        <translation>قد يكون هذا الملف تالفًا أو من نوع غير مألوف.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>الصفحة %1 من %2</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>نص الملف</translation>
    </message>
    <message>
        <source>Share link</source>
        <comment>@action:button</comment>
        <translation>رابط مشاركة</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>@action:button</comment>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open with another program (Enter)</source>
        <translation>فتح ببرنامج آخر (Enter)</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>إغلاق المعاينة</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>← → other files · Space closes</source>
        <translation>← → ملفات أخرى · المسافة للإغلاق</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>← → other files · PgUp PgDn pages · Space closes</source>
        <translation>← → ملفات أخرى · PgUp PgDn الصفحات · المسافة للإغلاق</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PreviewController</name>
    <message>
        <source>There is no preview of files of this kind.</source>
        <translation>لا معاينة للملفات من هذا النوع.</translation>
    </message>
    <message>
        <source>You are offline, and this file is not on this computer. Choose Keep offline to have it here the next time.</source>
        <translation>أنت غير متصل، وهذا الملف ليس على هذا الحاسوب. اختر «إبقاء دون اتصال» ليكون هنا في المرة القادمة.</translation>
    </message>
    <message>
        <source>This file is not on this computer.</source>
        <translation>هذا الملف ليس على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Fetch %1</source>
        <comment>@action:button a size</comment>
        <translation>جلب %1</translation>
    </message>
    <message>
        <source>Fetching the file…</source>
        <translation>يُجلب الملف…</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ProofDialog</name>
    <message>
        <source>Proof of upload</source>
        <comment>@title:window</comment>
        <translation>إثبات الرفع</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>@action:button</comment>
        <translation>أعد المحاولة</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <comment>@action:button</comment>
        <translation>حفظ PDF…</translation>
    </message>
    <message>
        <source>Save JSON…</source>
        <comment>@action:button the receipt, for programs</comment>
        <translation>حفظ JSON…</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>@action:button</comment>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>يُسأل الخادم…</translation>
    </message>
    <message>
        <source>Checking… The server reads the file back before it signs. A large file takes a while; you can close this and come back.</source>
        <translation>جارٍ التحقق… يعيد الخادم قراءة الملف قبل أن يوقّع. يستغرق الملف الكبير وقتًا؛ يمكنك إغلاق هذا والعودة لاحقًا.</translation>
    </message>
    <message>
        <source>This copy differs from your file. Upload it again.</source>
        <translation>هذه النسخة مختلفة عن ملفك. ارفعه من جديد.</translation>
    </message>
    <message>
        <source>The server&apos;s proof does not stand up to the server&apos;s own keys. Do not rely on it, and tell whoever runs the server.</source>
        <translation>لا يصمد إثبات الخادم أمام مفاتيح الخادم نفسه. لا تعتمد عليه، وأبلغ من يشغّل الخادم.</translation>
    </message>
    <message>
        <source>There is no proof of this file: it was on the server before the server made proofs. Upload it again to get one.</source>
        <translation>لا إثبات لهذا الملف: كان على الخادم قبل أن يصدر الخادم إثباتات. ارفعه من جديد للحصول على إثبات.</translation>
    </message>
    <message>
        <source>There is one as soon as the file is uploaded.</source>
        <translation>يتوفر حالما يُرفع الملف.</translation>
    </message>
    <message>
        <source>Whoever checks it saves the server&apos;s keys once, from %1, and then types: %2</source>
        <translation>من يتحقق منه يحفظ مفاتيح الخادم مرة واحدة من %1 ثم يكتب: %2</translation>
    </message>
    <message>
        <source>Save the proof as PDF</source>
        <comment>@title:window</comment>
        <translation>حفظ الإثبات بصيغة PDF</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <comment>@title:window</comment>
        <translation>حفظ الإيصال</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>حُفظ باسم «%1».</translation>
    </message>
    <message>
        <source>It could not be saved there. Choose another place.</source>
        <translation>تعذّر الحفظ هناك. اختر مكانًا آخر.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ReportDialog</name>
    <message>
        <source>Self-check</source>
        <comment>@title:window</comment>
        <translation>الفحص الذاتي</translation>
    </message>
    <message>
        <source>Report</source>
        <comment>@label accessible name of a text</comment>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>@action:button the whole report</comment>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Save…</source>
        <comment>@action:button the report to a file</comment>
        <translation>حفظ…</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>@action:button</comment>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copied.</source>
        <comment>@info:status</comment>
        <translation>تم النسخ.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <comment>@title:window</comment>
        <translation>حفظ التقرير</translation>
    </message>
    <message>
        <source>Saved.</source>
        <comment>@info:status</comment>
        <translation>تم الحفظ.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SearchBar</name>
    <message>
        <source>In</source>
        <comment>@action:button where to search</comment>
        <translation>في</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>@action:button which files to search for</comment>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Modified</source>
        <comment>@action:button which files to search for</comment>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>@action:button which files to search for</comment>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Only offline</source>
        <comment>@option:check files to search for</comment>
        <translation>دون اتصال فقط</translation>
    </message>
    <message>
        <source>Names, and what is in files on this computer</source>
        <comment>@info what is searched</comment>
        <translation>الأسماء ومحتوى الملفات على هذا الحاسوب</translation>
    </message>
    <message>
        <source>PDF documents</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>مستندات PDF</translation>
    </message>
    <message>
        <source>Text documents</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>مستندات نصية</translation>
    </message>
    <message>
        <source>Spreadsheets</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>جداول بيانات</translation>
    </message>
    <message>
        <source>Presentations</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>عروض تقديمية</translation>
    </message>
    <message>
        <source>Images</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>صور</translation>
    </message>
    <message>
        <source>Videos</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>مقاطع فيديو</translation>
    </message>
    <message>
        <source>Audio</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>صوت</translation>
    </message>
    <message>
        <source>Source code</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>شيفرة برمجية</translation>
    </message>
    <message>
        <source>Archives</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>أرشيفات</translation>
    </message>
    <message>
        <source>Plain text</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>نص عادي</translation>
    </message>
    <message>
        <source>Any type</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>أي نوع</translation>
    </message>
    <message>
        <source>Any time</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>أي وقت</translation>
    </message>
    <message>
        <source>Last day</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>اليوم الأخير</translation>
    </message>
    <message>
        <source>Last week</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>الأسبوع الأخير</translation>
    </message>
    <message>
        <source>Last month</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>الشهر الأخير</translation>
    </message>
    <message>
        <source>Last year</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>السنة الأخيرة</translation>
    </message>
    <message>
        <source>Over a year ago</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>قبل أكثر من سنة</translation>
    </message>
    <message>
        <source>Any size</source>
        <comment>@item:inmenu how large files are</comment>
        <translation>أي حجم</translation>
    </message>
    <message>
        <source>Under %1</source>
        <comment>@item:inmenu how large files are</comment>
        <translation>أقل من %1</translation>
    </message>
    <message>
        <source>Over %1</source>
        <comment>@item:inmenu how large files are</comment>
        <translation>أكثر من %1</translation>
    </message>
    <message>
        <source>In: All files</source>
        <comment>@item:inmenu where to search</comment>
        <translation>في: كل الملفات</translation>
    </message>
    <message>
        <source>In: %1</source>
        <comment>@item:inmenu where to search; %1 is a folder</comment>
        <translation>في: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n or more results</source>
        <comment>@info how many were found</comment>
        <translation>
            <numerusform>%n نتيجة أو أكثر</numerusform>
            <numerusform>نتيجة واحدة أو أكثر</numerusform>
            <numerusform>نتيجتان أو أكثر</numerusform>
            <numerusform>%n نتائج أو أكثر</numerusform>
            <numerusform>%n نتيجة أو أكثر</numerusform>
            <numerusform>%n نتيجة أو أكثر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <comment>@info how many were found</comment>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجة</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SearchField</name>
    <message>
        <source>Search</source>
        <comment>@label accessible name of the search field</comment>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <comment>@info:shortcut hint inside the empty search field</comment>
        <translation>Ctrl F</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <comment>@action:button accessible name</comment>
        <translation>مسح البحث</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <comment>@title:window</comment>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ShareSection</name>
    <message>
        <source>Share link</source>
        <comment>@title of a section</comment>
        <translation>رابط المشاركة</translation>
    </message>
    <message>
        <source>Address of the link</source>
        <translation>عنوان الرابط</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>@action:button</comment>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>@action:button when a link ends, and its password</comment>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <comment>@action:button a link, for good</comment>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Withdraw the link</source>
        <translation>سحب الرابط</translation>
    </message>
    <message>
        <source>Ends</source>
        <comment>@label of a choice of times</comment>
        <translation>ينتهي</translation>
    </message>
    <message>
        <source>When the link ends</source>
        <translation>موعد انتهاء الرابط</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Password of the link</source>
        <translation>كلمة مرور الرابط</translation>
    </message>
    <message>
        <source>Remove the password</source>
        <comment>@option:check</comment>
        <translation>إزالة كلمة المرور</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>@action:button</comment>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Closed while the file is in trash.</source>
        <translation>مغلق ما دام الملف في المهملات.</translation>
    </message>
    <message>
        <source>A file in trash cannot be shared.</source>
        <translation>لا يمكن مشاركة ملف في المهملات.</translation>
    </message>
    <message>
        <source>A link can be made once the file is uploaded.</source>
        <translation>يمكن إنشاء رابط حالما يُرفع الملف.</translation>
    </message>
    <message>
        <source>Anyone with the link can download the file.</source>
        <translation>يمكن لمن لديه الرابط تنزيل الملف.</translation>
    </message>
    <message>
        <source>Anyone with the link can download the file, without an account.</source>
        <translation>يمكن لمن لديه الرابط تنزيل الملف دون حساب.</translation>
    </message>
    <message>
        <source>password</source>
        <comment>@info the link asks for one</comment>
        <translation>كلمة مرور</translation>
    </message>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>لا تنزيلات</numerusform>
            <numerusform>تنزيل واحد</numerusform>
            <numerusform>تنزيلان</numerusform>
            <numerusform>%n تنزيلات</numerusform>
            <numerusform>%n تنزيلًا</numerusform>
            <numerusform>%n تنزيل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more link(s)</source>
        <translation>
            <numerusform>%n رابط أيضًا</numerusform>
            <numerusform>رابط واحد أيضًا</numerusform>
            <numerusform>رابطان أيضًا</numerusform>
            <numerusform>%n روابط أيضًا</numerusform>
            <numerusform>%n رابطًا أيضًا</numerusform>
            <numerusform>%n رابط أيضًا</numerusform>
        </translation>
    </message>
    <message>
        <source>As it is</source>
        <comment>@item when a link ends</comment>
        <translation>كما هو</translation>
    </message>
    <message>
        <source>Never</source>
        <comment>@item when a link ends</comment>
        <translation>أبدًا</translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <comment>@item when a link ends</comment>
        <translation>
            <numerusform>بعد %n يوم</numerusform>
            <numerusform>بعد يوم واحد</numerusform>
            <numerusform>بعد يومين</numerusform>
            <numerusform>بعد %n أيام</numerusform>
            <numerusform>بعد %n يومًا</numerusform>
            <numerusform>بعد %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>كما هي</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>@action:button</comment>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Create link</source>
        <comment>@action:button</comment>
        <translation>إنشاء رابط</translation>
    </message>
    <message>
        <source>A password has 8 to 72 characters.</source>
        <translation>تتكوّن كلمة المرور من 8 إلى 72 حرفًا.</translation>
    </message>
    <message>
        <source>Link created and copied.</source>
        <translation>أُنشئ الرابط ونُسخ.</translation>
    </message>
    <message>
        <source>Link changed.</source>
        <translation>تغيّر الرابط.</translation>
    </message>
    <message>
        <source>Link withdrawn. It opens nothing any more.</source>
        <translation>سُحب الرابط. لم يعد يفتح شيئًا.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>نُسخ الرابط.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ShortcutSheet</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Up one folder</source>
        <translation>إلى المجلد الأعلى</translation>
    </message>
    <message>
        <source>Go to a name</source>
        <translation>الانتقال إلى اسم</translation>
    </message>
    <message>
        <source>its first letters</source>
        <comment>what to type</comment>
        <translation>حروفه الأولى</translation>
    </message>
    <message>
        <source>Extend the selection</source>
        <translation>توسيع التحديد</translation>
    </message>
    <message>
        <source>Shift and arrows</source>
        <comment>keys</comment>
        <translation>Shift والأسهم</translation>
    </message>
    <message>
        <source>Context menu</source>
        <translation>القائمة السياقية</translation>
    </message>
    <message>
        <source>Transfers: pause or resume</source>
        <translation>عمليات النقل: إيقاف مؤقت أو استئناف</translation>
    </message>
    <message>
        <source>Transfers: cancel</source>
        <translation>عمليات النقل: إلغاء</translation>
    </message>
    <message>
        <source>Transfers: retry</source>
        <translation>عمليات النقل: إعادة المحاولة</translation>
    </message>
    <message>
        <source>Transfers: bring to the front</source>
        <translation>عمليات النقل: نقل إلى المقدمة</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SideBar</name>
    <message>
        <source>Places</source>
        <comment>@label accessible name of the side bar</comment>
        <translation>الأماكن</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SignInPage</name>
    <message>
        <source>Files you keep offline stay on this disk.</source>
        <comment>@info below a choice</comment>
        <translation>تبقى الملفات التي تحفظها دون اتصال على هذا القرص.</translation>
    </message>
    <message>
        <source>Signs out and removes local copies when you quit.</source>
        <comment>@info below a choice</comment>
        <translation>يسجّل الخروج ويزيل النسخ المحلية عند الإنهاء.</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>@action:button next to the server&apos;s address</comment>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Server address</source>
        <comment>@label:textbox</comment>
        <translation>عنوان الخادم</translation>
    </message>
    <message>
        <source>Email</source>
        <comment>@label:textbox</comment>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>User name</source>
        <comment>@label:textbox</comment>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Full name (optional)</source>
        <comment>@label:textbox</comment>
        <translation>الاسم الكامل (اختياري)</translation>
    </message>
    <message>
        <source>Invitation code</source>
        <comment>@label:textbox</comment>
        <translation>رمز الدعوة</translation>
    </message>
    <message>
        <source>Password</source>
        <comment>@label:textbox</comment>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Keep me signed in on this computer</source>
        <comment>@option:radio</comment>
        <translation>إبقائي مسجّل الدخول على هذا الحاسوب</translation>
    </message>
    <message>
        <source>This is a shared computer</source>
        <comment>@option:radio</comment>
        <translation>هذا حاسوب مشترك</translation>
    </message>
    <message>
        <source>Server:</source>
        <comment>@label in front of the server&apos;s address</comment>
        <translation>الخادم:</translation>
    </message>
    <message>
        <source>Create your account</source>
        <comment>@title</comment>
        <translation>إنشاء حسابك</translation>
    </message>
    <message>
        <source>Sign in to LearnLab</source>
        <comment>@title</comment>
        <translation>تسجيل الدخول إلى LearnLab</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <comment>@info under the password field</comment>
        <translation>%1 أحرف على الأقل.</translation>
    </message>
    <message>
        <source>You have an account?</source>
        <comment>@info in front of a link</comment>
        <translation>لديك حساب؟</translation>
    </message>
    <message>
        <source>New to LearnLab?</source>
        <comment>@info in front of a link</comment>
        <translation>جديد على LearnLab؟</translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>@action:button</comment>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Create account</source>
        <comment>@action:button</comment>
        <translation>إنشاء حساب</translation>
    </message>
    <message>
        <source>Creating account…</source>
        <comment>@action:button while it works</comment>
        <translation>جارٍ إنشاء الحساب…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <comment>@action:button while it works</comment>
        <translation>جارٍ تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>@action:button</comment>
        <translation>أعد المحاولة</translation>
    </message>
    <message>
        <source>New accounts are by invitation here. Enter the code that you were given.</source>
        <comment>@info under a field</comment>
        <translation>الحسابات الجديدة هنا بدعوة. أدخل الرمز الذي أُعطي لك.</translation>
    </message>
    <message>
        <source>This invitation code is not valid.</source>
        <comment>@info under a field</comment>
        <translation>رمز الدعوة هذا غير صالح.</translation>
    </message>
    <message>
        <source>Enter the address of your LearnLab server.</source>
        <comment>@info under a field</comment>
        <translation>أدخل عنوان خادم LearnLab الخاص بك.</translation>
    </message>
    <message>
        <source>Enter your email address.</source>
        <comment>@info under a field</comment>
        <translation>أدخل بريدك الإلكتروني.</translation>
    </message>
    <message>
        <source>Choose a user name.</source>
        <comment>@info under a field</comment>
        <translation>اختر اسم مستخدم.</translation>
    </message>
    <message>
        <source>Use at least %1 characters.</source>
        <comment>@info under a field</comment>
        <translation>استخدم %1 أحرف على الأقل.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <comment>@info under a field</comment>
        <translation>أدخل كلمة مرورك.</translation>
    </message>
    <message>
        <source>Settings</source>
        <comment>@action:button opens the settings</comment>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SpeedChoice</name>
    <message>
        <source>No limit</source>
        <comment>@item:inlistbox of speed</comment>
        <translation>دون حد</translation>
    </message>
    <message>
        <source>Custom</source>
        <comment>@item:inlistbox a limit of speed of one&apos;s own</comment>
        <translation>مخصّص</translation>
    </message>
    <message>
        <source>%1, megabytes per second</source>
        <comment>accessible name of a field, %1 is the name of the limit</comment>
        <translation>%1، ميغابايت في الثانية</translation>
    </message>
    <message>
        <source> MB/s</source>
        <comment>@item:valuesuffix megabytes per second</comment>
        <translation> م.ب/ث</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::StatusBar</name>
    <message>
        <source>Transfers</source>
        <translation>عمليات النقل</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <comment>time of day</comment>
        <translation>غير متصل منذ %1</translation>
    </message>
    <message>
        <source>nothing is lost</source>
        <translation>لم يضِع شيء</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>لم يُسجَّل الدخول</translation>
    </message>
    <message>
        <source>Reading the list of files…</source>
        <translation>تُقرأ قائمة الملفات…</translation>
    </message>
    <message>
        <source>Up to date, %1</source>
        <comment>day and time</comment>
        <translation>كل شيء محدّث، %1</translation>
    </message>
    <message>
        <source>safe to close the lid</source>
        <translation>يمكن إغلاق الغطاء بأمان</translation>
    </message>
    <message numerus="yes">
        <source>Transferring %n file(s)</source>
        <translation>
            <numerusform>جارٍ نقل %n ملف</numerusform>
            <numerusform>جارٍ نقل ملف واحد</numerusform>
            <numerusform>جارٍ نقل ملفين</numerusform>
            <numerusform>جارٍ نقل %n ملفات</numerusform>
            <numerusform>جارٍ نقل %n ملفًا</numerusform>
            <numerusform>جارٍ نقل %n ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) paused</source>
        <translation>
            <numerusform>%n عملية نقل في وضع الإيقاف المؤقت</numerusform>
            <numerusform>عملية نقل واحدة في وضع الإيقاف المؤقت</numerusform>
            <numerusform>عمليتا نقل في وضع الإيقاف المؤقت</numerusform>
            <numerusform>%n عمليات نقل في وضع الإيقاف المؤقت</numerusform>
            <numerusform>%n عملية نقل في وضع الإيقاف المؤقت</numerusform>
            <numerusform>%n عملية نقل في وضع الإيقاف المؤقت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n عنصر بحاجة إلى انتباه</numerusform>
            <numerusform>عنصر واحد بحاجة إلى انتباه</numerusform>
            <numerusform>عنصران بحاجة إلى انتباه</numerusform>
            <numerusform>%n عناصر بحاجة إلى انتباه</numerusform>
            <numerusform>%n عنصرًا بحاجة إلى انتباه</numerusform>
            <numerusform>%n عنصر بحاجة إلى انتباه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n تغيير في الانتظار</numerusform>
            <numerusform>تغيير واحد في الانتظار</numerusform>
            <numerusform>تغييران في الانتظار</numerusform>
            <numerusform>%n تغييرات في الانتظار</numerusform>
            <numerusform>%n تغييرًا في الانتظار</numerusform>
            <numerusform>%n تغيير في الانتظار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>لا عناصر</numerusform>
            <numerusform>عنصر واحد</numerusform>
            <numerusform>عنصران</numerusform>
            <numerusform>%n عناصر</numerusform>
            <numerusform>%n عنصرًا</numerusform>
            <numerusform>%n عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n عنصر في التحديد</numerusform>
            <numerusform>عنصر واحد في التحديد</numerusform>
            <numerusform>عنصران في التحديد</numerusform>
            <numerusform>%n عناصر في التحديد</numerusform>
            <numerusform>%n عنصرًا في التحديد</numerusform>
            <numerusform>%n عنصر في التحديد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ThemeChoice</name>
    <message>
        <source>As the desktop</source>
        <comment>@option:radio a theme</comment>
        <translation>كإعداد سطح المكتب</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>@option:radio a theme</comment>
        <translation>فاتحة</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>@option:radio a theme</comment>
        <translation>داكنة</translation>
    </message>
    <message>
        <source>Theme</source>
        <comment>@title:group light or dark</comment>
        <translation>السمة</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TopBar</name>
    <message>
        <source>Back</source>
        <comment>@action:button</comment>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Forward</source>
        <comment>@action:button</comment>
        <translation>تقدّم</translation>
    </message>
    <message>
        <source>Search</source>
        <comment>@action:button</comment>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Sort</source>
        <comment>@action:button</comment>
        <translation>فرز</translation>
    </message>
    <message>
        <source>New folder</source>
        <comment>@action:button</comment>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>@action:button</comment>
        <translation>رفع</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>@item:inmenu sort by</comment>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>@item:inmenu sort by</comment>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>@item:inmenu sort by</comment>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Modified</source>
        <comment>@item:inmenu sort by</comment>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>Ascending</source>
        <comment>@item:inmenu sort order</comment>
        <translation>تصاعدي</translation>
    </message>
    <message>
        <source>Descending</source>
        <comment>@item:inmenu sort order</comment>
        <translation>تنازلي</translation>
    </message>
    <message>
        <source>Files…</source>
        <comment>@item:inmenu upload</comment>
        <translation>ملفات…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <comment>@item:inmenu upload</comment>
        <translation>مجلد…</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <comment>@action:button accessible name; %1 is a column</comment>
        <translation>الفرز حسب %1</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransferController</name>
    <message>
        <source>Where is “%1” now?</source>
        <translation>أين «%1» الآن؟</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>حد السرعة</translation>
    </message>
    <message>
        <source>Upload at most this many MB/s (0: no limit)</source>
        <translation>الرفع بحد أقصى من م.ب/ث (0: دون حد)</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransferDelegate</name>
    <message>
        <source>Cancel</source>
        <comment>a transfer</comment>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>a transfer</comment>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Resume</source>
        <comment>a transfer</comment>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>a transfer</comment>
        <translation>أعد المحاولة</translation>
    </message>
    <message>
        <source>Review</source>
        <comment>@action:link</comment>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>@action:link</comment>
        <translation>سجّل الدخول</translation>
    </message>
    <message>
        <source>Open browser</source>
        <comment>@action:link</comment>
        <translation>فتح المتصفح</translation>
    </message>
    <message>
        <source>Transfer anyway</source>
        <comment>@action:link</comment>
        <translation>انقل على أي حال</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <comment>@action:link</comment>
        <translation>اختيار ملف…</translation>
    </message>
    <message>
        <source>Show file</source>
        <comment>@action:link</comment>
        <translation>عرض الملف</translation>
    </message>
    <message>
        <source>Upload here</source>
        <comment>@action:link, into the folder that is open</comment>
        <translation>الرفع إلى هنا</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransferTreeModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>bytes done, bytes in all</comment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1 needed, %2 free on the server.</source>
        <comment>two sizes</comment>
        <translation>%1 مطلوبة، %2 متاحة على الخادم.</translation>
    </message>
    <message>
        <source>In the queue</source>
        <comment>state of a transfer</comment>
        <translation>في قائمة الانتظار</translation>
    </message>
    <message>
        <source>Reading…</source>
        <comment>state of a transfer</comment>
        <translation>تجري القراءة…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <comment>state of a transfer</comment>
        <translation>جارٍ التحقق…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>state of a transfer</comment>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>state of a transfer</comment>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>state of a transfer</comment>
        <translation>تم</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>state of a transfer</comment>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of a row in the list</comment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <comment>title over failed transfers</comment>
        <translation>بحاجة إلى انتباه</translation>
    </message>
    <message>
        <source>%1 needed, %2 free</source>
        <comment>two sizes: of a file, and on the server</comment>
        <translation>%1 مطلوبة، %2 متاحة</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n file(s)</source>
        <comment>transfers that are done, of all of a group</comment>
        <translation>
            <numerusform>%1 من %n ملف</numerusform>
            <numerusform>%1 من ملف واحد</numerusform>
            <numerusform>%1 من ملفين</numerusform>
            <numerusform>%1 من %n ملفات</numerusform>
            <numerusform>%1 من %n ملفًا</numerusform>
            <numerusform>%1 من %n ملف</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransfersPage</name>
    <message>
        <source>Transfers</source>
        <comment>@title page of the settings</comment>
        <translation>عمليات النقل</translation>
    </message>
    <message>
        <source>Upload at most</source>
        <comment>@label of a limit of speed</comment>
        <translation>الرفع بحد أقصى</translation>
    </message>
    <message>
        <source>Download at most</source>
        <comment>@label of a limit of speed</comment>
        <translation>التنزيل بحد أقصى</translation>
    </message>
    <message>
        <source>Speed</source>
        <comment>@title:group of settings</comment>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>All uploads together. What is under way follows at once.</source>
        <comment>@info below a limit of speed</comment>
        <translation>كل عمليات الرفع معًا. يسري على الجاري منها فورًا.</translation>
    </message>
    <message>
        <source>All downloads together.</source>
        <comment>@info below a limit of speed</comment>
        <translation>كل عمليات التنزيل معًا.</translation>
    </message>
    <message>
        <source>Network</source>
        <comment>@title:group of settings</comment>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Transfer over metered networks</source>
        <comment>@option:check</comment>
        <translation>النقل عبر الشبكات المحدودة البيانات</translation>
    </message>
    <message>
        <source>A phone&apos;s hotspot, for example. Otherwise transfers wait there until you let them go on.</source>
        <comment>@info below the check box about metered networks</comment>
        <translation>نقطة اتصال الهاتف مثلًا. وإلا تنتظر عمليات النقل هناك حتى تسمح لها بالاستمرار.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransfersPanel</name>
    <message>
        <source>Active</source>
        <comment>tab of the transfers</comment>
        <translation>نشطة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>tab of the transfers</comment>
        <translation>منتظرة</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>tab of the transfers</comment>
        <translation>متعذّرة</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>tab of the transfers</comment>
        <translation>منتهية</translation>
    </message>
    <message>
        <source>Transfers</source>
        <comment>title of the panel</comment>
        <translation>عمليات النقل</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>حد السرعة</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>إيقاف الكل مؤقتًا</translation>
    </message>
    <message>
        <source>Pause or resume all</source>
        <translation>إيقاف الكل مؤقتًا أو استئنافه</translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>finished transfers</comment>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Close transfers</source>
        <translation>إغلاق عمليات النقل</translation>
    </message>
    <message>
        <source>Upload speed limit</source>
        <comment>@title:menu</comment>
        <translation>حد سرعة الرفع</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>دون حد</translation>
    </message>
    <message>
        <source>Custom…</source>
        <comment>a limit of speed</comment>
        <translation>مخصّص…</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <comment>%1 is a speed</comment>
        <translation>الحد: %1</translation>
    </message>
    <message>
        <source>Upload speed limit: %1</source>
        <translation>حد سرعة الرفع: %1</translation>
    </message>
    <message>
        <source>Nothing is being transferred</source>
        <translation>لا شيء يُنقل</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>لا شيء في الانتظار</translation>
    </message>
    <message>
        <source>Nothing went wrong</source>
        <translation>لا أخطاء</translation>
    </message>
    <message>
        <source>Finished transfers appear here</source>
        <translation>تظهر هنا عمليات النقل المنتهية</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>عمليات النقل</translation>
    </message>
    <message>
        <source>Space pauses or resumes, Delete cancels, R retries, F brings to the front</source>
        <translation>مفتاح المسافة للإيقاف المؤقت أو الاستئناف، وDelete للإلغاء، وR لإعادة المحاولة، وF للنقل إلى المقدمة</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n transfer(s)</source>
        <comment>tab</comment>
        <translation>
            <numerusform>%1، %n عملية نقل</numerusform>
            <numerusform>%1، عملية نقل واحدة</numerusform>
            <numerusform>%1، عمليتا نقل</numerusform>
            <numerusform>%1، %n عمليات نقل</numerusform>
            <numerusform>%1، %n عملية نقل</numerusform>
            <numerusform>%1، %n عملية نقل</numerusform>
        </translation>
    </message>
    <message>
        <source>Safe to close the lid</source>
        <translation>يمكن إغلاق الغطاء بأمان</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>استئناف الكل</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>a transfer</comment>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Resume</source>
        <comment>a transfer</comment>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>a transfer</comment>
        <translation>أعد المحاولة</translation>
    </message>
    <message>
        <source>Bring to the front</source>
        <comment>a transfer</comment>
        <translation>نقل إلى المقدمة</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>عرض في المجلد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>a transfer</comment>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TrashBar</name>
    <message>
        <source>The server deletes for good what has been here for long.</source>
        <comment>@info above the trash</comment>
        <translation>يحذف الخادم نهائيًا ما بقي هنا طويلًا.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TrashController</name>
    <message>
        <source>Delete “%1” permanently?</source>
        <translation>هل تريد حذف «%1» نهائيًا؟</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n item(s) permanently?</source>
        <translation>
            <numerusform>هل تريد حذف %n عنصر نهائيًا؟</numerusform>
            <numerusform>هل تريد حذف عنصر واحد نهائيًا؟</numerusform>
            <numerusform>هل تريد حذف عنصرين نهائيًا؟</numerusform>
            <numerusform>هل تريد حذف %n عناصر نهائيًا؟</numerusform>
            <numerusform>هل تريد حذف %n عنصرًا نهائيًا؟</numerusform>
            <numerusform>هل تريد حذف %n عنصر نهائيًا؟</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <comment>@action:button</comment>
        <translation>حذف نهائي</translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n item(s) in the trash permanently?</source>
        <translation>
            <numerusform>هل تريد حذف كل ما في المهملات نهائيًا (%n عنصر)؟</numerusform>
            <numerusform>هل تريد حذف كل ما في المهملات نهائيًا (عنصر واحد)؟</numerusform>
            <numerusform>هل تريد حذف كل ما في المهملات نهائيًا (عنصران)؟</numerusform>
            <numerusform>هل تريد حذف كل ما في المهملات نهائيًا (%n عناصر)؟</numerusform>
            <numerusform>هل تريد حذف كل ما في المهملات نهائيًا (%n عنصرًا)؟</numerusform>
            <numerusform>هل تريد حذف كل ما في المهملات نهائيًا (%n عنصر)؟</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty trash</source>
        <comment>@action:button</comment>
        <translation>إفراغ المهملات</translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <translation>حذف نهائي</translation>
    </message>
    <message>
        <source>This cannot be undone. A folder goes with everything that is in it.</source>
        <translation>لا يمكن التراجع عن هذا. يُحذف المجلد مع كل ما فيه.</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n item(s) permanently.</source>
        <translation>
            <numerusform>تم حذف %n عنصر نهائيًا.</numerusform>
            <numerusform>تم حذف عنصر واحد نهائيًا.</numerusform>
            <numerusform>تم حذف عنصرين نهائيًا.</numerusform>
            <numerusform>تم حذف %n عناصر نهائيًا.</numerusform>
            <numerusform>تم حذف %n عنصرًا نهائيًا.</numerusform>
            <numerusform>تم حذف %n عنصر نهائيًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be deleted.</source>
        <translation>
            <numerusform>تعذر حذف %n عنصر.</numerusform>
            <numerusform>تعذر حذف عنصر واحد.</numerusform>
            <numerusform>تعذر حذف عنصرين.</numerusform>
            <numerusform>تعذر حذف %n عناصر.</numerusform>
            <numerusform>تعذر حذف %n عنصرًا.</numerusform>
            <numerusform>تعذر حذف %n عنصر.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::Tray</name>
    <message numerus="yes">
        <source>%n item(s) need attention</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>
            <numerusform>%n عنصر بحاجة إلى انتباه</numerusform>
            <numerusform>عنصر واحد بحاجة إلى انتباه</numerusform>
            <numerusform>عنصران بحاجة إلى انتباه</numerusform>
            <numerusform>%n عناصر بحاجة إلى انتباه</numerusform>
            <numerusform>%n عنصرًا بحاجة إلى انتباه</numerusform>
            <numerusform>%n عنصر بحاجة إلى انتباه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) under way, %1 %</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>
            <numerusform>%n ملف قيد النقل، %1٪</numerusform>
            <numerusform>ملف واحد قيد النقل، %1٪</numerusform>
            <numerusform>ملفان قيد النقل، %1٪</numerusform>
            <numerusform>%n ملفات قيد النقل، %1٪</numerusform>
            <numerusform>%n ملفًا قيد النقل، %1٪</numerusform>
            <numerusform>%n ملف قيد النقل، %1٪</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>غير متصل</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>
            <numerusform>%n ملف في الانتظار</numerusform>
            <numerusform>ملف واحد في الانتظار</numerusform>
            <numerusform>ملفان في الانتظار</numerusform>
            <numerusform>%n ملفات في الانتظار</numerusform>
            <numerusform>%n ملفًا في الانتظار</numerusform>
            <numerusform>%n ملف في الانتظار</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Up to date</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>كل شيء محدّث</translation>
    </message>
    <message>
        <source>Open LearnLab</source>
        <comment>@action:inmenu of the icon in the tray</comment>
        <translation>فتح LearnLab</translation>
    </message>
    <message>
        <source>Quit</source>
        <comment>@action:inmenu of the icon in the tray</comment>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Pause all</source>
        <comment>@action:inmenu of the icon in the tray</comment>
        <translation>إيقاف الكل مؤقتًا</translation>
    </message>
    <message>
        <source>Resume all</source>
        <comment>@action:inmenu of the icon in the tray</comment>
        <translation>استئناف الكل</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::UploadQuestion</name>
    <message>
        <source>Upload</source>
        <translation>رفع</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n folder(s).</source>
        <comment>%1 is a size</comment>
        <translation>
            <numerusform>%1 في %n مجلد.</numerusform>
            <numerusform>%1 في مجلد واحد.</numerusform>
            <numerusform>%1 في مجلدين.</numerusform>
            <numerusform>%1 في %n مجلدات.</numerusform>
            <numerusform>%1 في %n مجلدًا.</numerusform>
            <numerusform>%1 في %n مجلد.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is room for %1 on the server. What does not fit stays safe on this computer.</source>
        <translation>تتوفر على الخادم مساحة %1. ما لا يتسع له المكان يبقى في أمان على هذا الحاسوب.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) cannot be used on Windows, first “%1”.</source>
        <translation>
            <numerusform>%n اسم غير صالح للاستخدام على Windows، أولها «%1».</numerusform>
            <numerusform>اسم واحد غير صالح للاستخدام على Windows، أولها «%1».</numerusform>
            <numerusform>اسمان غير صالح للاستخدام على Windows، أولها «%1».</numerusform>
            <numerusform>%n أسماء غير صالح للاستخدام على Windows، أولها «%1».</numerusform>
            <numerusform>%n اسمًا غير صالح للاستخدام على Windows، أولها «%1».</numerusform>
            <numerusform>%n اسم غير صالح للاستخدام على Windows، أولها «%1».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) cannot be uploaded, first “%1”.</source>
        <translation>
            <numerusform>تعذّر رفع %n عنصر، أولها «%1».</numerusform>
            <numerusform>تعذّر رفع عنصر واحد، أولها «%1».</numerusform>
            <numerusform>تعذّر رفع عنصرين، أولها «%1».</numerusform>
            <numerusform>تعذّر رفع %n عناصر، أولها «%1».</numerusform>
            <numerusform>تعذّر رفع %n عنصرًا، أولها «%1».</numerusform>
            <numerusform>تعذّر رفع %n عنصر، أولها «%1».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names are there already, first “%1”. The same content is not sent again; where it differs:</source>
        <translation>
            <numerusform>%n ملف بهذه الأسماء موجود هناك مسبقًا، أولها «%1». لا يُرسل المحتوى نفسه من جديد؛ وحيث يختلف:</numerusform>
            <numerusform>ملف واحد بهذه الأسماء موجود هناك مسبقًا، أولها «%1». لا يُرسل المحتوى نفسه من جديد؛ وحيث يختلف:</numerusform>
            <numerusform>ملفان بهذه الأسماء موجود هناك مسبقًا، أولها «%1». لا يُرسل المحتوى نفسه من جديد؛ وحيث يختلف:</numerusform>
            <numerusform>%n ملفات بهذه الأسماء موجود هناك مسبقًا، أولها «%1». لا يُرسل المحتوى نفسه من جديد؛ وحيث يختلف:</numerusform>
            <numerusform>%n ملفًا بهذه الأسماء موجود هناك مسبقًا، أولها «%1». لا يُرسل المحتوى نفسه من جديد؛ وحيث يختلف:</numerusform>
            <numerusform>%n ملف بهذه الأسماء موجود هناك مسبقًا، أولها «%1». لا يُرسل المحتوى نفسه من جديد؛ وحيث يختلف:</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep both: yours get a new name</source>
        <translation>الاحتفاظ بكليهما: تأخذ ملفاتك أسماء جديدة</translation>
    </message>
    <message>
        <source>Replace: the server&apos;s copies go to the trash</source>
        <translation>استبدال: تنتقل نسخ الخادم إلى المهملات</translation>
    </message>
    <message>
        <source>Ask me for each</source>
        <translation>السؤال عن كل ملف</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Upload what fits</source>
        <translation>رفع ما يتسع له المكان</translation>
    </message>
    <message numerus="yes">
        <source>Upload %Ln file(s) to “%1”?</source>
        <translation>
            <numerusform>هل تريد رفع %Ln ملف إلى «%1»؟</numerusform>
            <numerusform>هل تريد رفع ملف واحد إلى «%1»؟</numerusform>
            <numerusform>هل تريد رفع ملفين إلى «%1»؟</numerusform>
            <numerusform>هل تريد رفع %Ln ملفات إلى «%1»؟</numerusform>
            <numerusform>هل تريد رفع %Ln ملفًا إلى «%1»؟</numerusform>
            <numerusform>هل تريد رفع %Ln ملف إلى «%1»؟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ViewSwitch</name>
    <message>
        <source>List</source>
        <comment>@action:button</comment>
        <translation>قائمة</translation>
    </message>
    <message>
        <source>Grid</source>
        <comment>@action:button</comment>
        <translation>شبكة</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Your files on a LearnLab server, also without a network.</source>
        <translation>ملفاتك على خادم LearnLab، حتى دون شبكة.</translation>
    </message>
    <message>
        <source>Keep everything in this folder.</source>
        <translation>حفظ كل شيء في هذا المجلد.</translation>
    </message>
    <message>
        <source>The address shown on the sign-in page.</source>
        <translation>العنوان المعروض في صفحة تسجيل الدخول.</translation>
    </message>
    <message>
        <source>Trust the certificate authorities in this PEM file.</source>
        <translation>الثقة بجهات إصدار الشهادات في ملف PEM هذا.</translation>
    </message>
    <message>
        <source>Files are being transferred</source>
        <translation>تُنقل ملفات الآن</translation>
    </message>
    <message>
        <source>Upload these files and folders, or show what a learnlab: link leads to.</source>
        <translation>رفع هذه الملفات والمجلدات، أو عرض ما يؤدي إليه رابط learnlab:‎.</translation>
    </message>
</context>
</TS>
