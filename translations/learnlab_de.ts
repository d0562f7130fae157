<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>BannerMessage</name>
    <message>
        <source>The keychain did not give your sign-in.</source>
        <translation>Der Schlüsselbund hat die Anmeldung nicht herausgegeben.</translation>
    </message>
    <message>
        <source>Your session ended.</source>
        <translation>Die Sitzung ist abgelaufen.</translation>
    </message>
    <message>
        <source>Unlock it or sign in; uploads keep their place.</source>
        <translation>Entsperren oder neu anmelden; Uploads behalten ihren Stand.</translation>
    </message>
    <message>
        <source>Uploads are paused and keep their place.</source>
        <translation>Uploads sind angehalten und behalten ihren Stand.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) will be sent when the network is back.</source>
        <translation>
            <numerusform>%n Änderung wird gesendet, sobald das Netz wieder da ist.</numerusform>
            <numerusform>%n Änderungen werden gesendet, sobald das Netz wieder da ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is kept on this computer can be opened; the rest can be browsed.</source>
        <translation>Was auf diesem Computer liegt, lässt sich öffnen; der Rest lässt sich durchsehen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n change(s)</source>
        <translation>
            <numerusform>%n Änderung zeigen</numerusform>
            <numerusform>%n Änderungen zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>Sie sind offline.</translation>
    </message>
    <message>
        <source>This computer has no keychain that answers.</source>
        <translation>Auf diesem Computer antwortet kein Schlüsselbund.</translation>
    </message>
    <message>
        <source>You stay signed in until you quit; then sign in again.</source>
        <translation>Die Anmeldung gilt bis zum Beenden; danach neu anmelden.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Nothing is lost; everything goes on when the network is back.</source>
        <translation>Nichts ist verloren; alles geht weiter, sobald das Netz wieder da ist.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Nothing is lost; it is tried again by itself.</source>
        <translation>Nichts ist verloren; es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>Identity not confirmed</source>
        <translation>Identität nicht bestätigt</translation>
    </message>
    <message>
        <source>This server&apos;s identity could not be confirmed.</source>
        <translation>Die Identität dieses Servers ließ sich nicht bestätigen.</translation>
    </message>
    <message>
        <source>Your password was not sent. Check the address or ask your university.</source>
        <translation>Das Passwort wurde nicht gesendet. Prüfen Sie die Adresse oder fragen Sie Ihre Universität.</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>This address is not encrypted.</source>
        <translation>Diese Adresse ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Your password was not sent. Use an address that begins with https.</source>
        <translation>Das Passwort wurde nicht gesendet. Verwenden Sie eine Adresse, die mit https beginnt.</translation>
    </message>
    <message>
        <source>Not a LearnLab server</source>
        <translation>Kein LearnLab-Server</translation>
    </message>
    <message>
        <source>There is no LearnLab server at this address.</source>
        <translation>Unter dieser Adresse gibt es keinen LearnLab-Server.</translation>
    </message>
    <message>
        <source>Strange answer</source>
        <translation>Seltsame Antwort</translation>
    </message>
    <message>
        <source>The server sent an answer that makes no sense.</source>
        <translation>Die Antwort des Servers ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again later.</source>
        <translation>Nichts wurde geändert. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Network sign-in</source>
        <translation>Netzanmeldung</translation>
    </message>
    <message>
        <source>This network wants you to sign in on its own page first.</source>
        <translation>Dieses Netz verlangt zuerst eine Anmeldung auf seiner eigenen Seite.</translation>
    </message>
    <message>
        <source>Open any page in your browser and sign in there; then it goes on by itself.</source>
        <translation>Öffnen Sie eine beliebige Seite im Browser und melden Sie sich dort an; dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>Getaktetes Netz</translation>
    </message>
    <message>
        <source>Transfers wait because this network may cost money.</source>
        <translation>Übertragungen warten, weil dieses Netz Geld kosten kann.</translation>
    </message>
    <message>
        <source>They go on by themselves on another network, or when you allow it.</source>
        <translation>Sie gehen in einem anderen Netz von selbst weiter, oder wenn Sie es erlauben.</translation>
    </message>
    <message>
        <source>Unknown host</source>
        <translation>Unbekannter Rechner</translation>
    </message>
    <message>
        <source>The server named a host that it does not vouch for.</source>
        <translation>Der Server nannte einen Rechner, für den er nicht einsteht.</translation>
    </message>
    <message>
        <source>Nothing was sent there. Tell your university.</source>
        <translation>Dorthin wurde nichts gesendet. Sagen Sie es Ihrer Universität.</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Sie sind nicht angemeldet.</translation>
    </message>
    <message>
        <source>Sign in to go on.</source>
        <translation>Melden Sie sich an, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>Falsches Passwort</translation>
    </message>
    <message>
        <source>Email or password is not right.</source>
        <translation>E-Mail oder Passwort stimmt nicht.</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Sitzung abgelaufen</translation>
    </message>
    <message>
        <source>Your session ended.</source>
        <translation>Die Sitzung ist abgelaufen.</translation>
    </message>
    <message>
        <source>Uploads are paused and keep their place. Sign in to go on.</source>
        <translation>Uploads sind angehalten und behalten ihren Stand. Melden Sie sich an, um weiterzumachen.</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Kein Zugriff</translation>
    </message>
    <message>
        <source>You have no right to do this.</source>
        <translation>Sie haben nicht das Recht dazu.</translation>
    </message>
    <message>
        <source>Ask the owner for access.</source>
        <translation>Bitten Sie den Besitzer um Zugriff.</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Nicht registriert</translation>
    </message>
    <message>
        <source>The account could not be made.</source>
        <translation>Das Konto konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>Es ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It may have been deleted on another computer.</source>
        <translation>Vielleicht wurde es auf einem anderen Computer gelöscht.</translation>
    </message>
    <message>
        <source>Name taken</source>
        <translation>Name vergeben</translation>
    </message>
    <message>
        <source>Something of this name is here already.</source>
        <translation>Etwas mit diesem Namen ist schon hier.</translation>
    </message>
    <message>
        <source>Nothing was replaced. Choose another name.</source>
        <translation>Nichts wurde ersetzt. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Name not allowed</source>
        <translation>Name nicht erlaubt</translation>
    </message>
    <message>
        <source>This name is not allowed.</source>
        <translation>Dieser Name ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>A name has 1 to 255 characters and no slash. Choose another name.</source>
        <translation>Ein Name hat 1 bis 255 Zeichen und keinen Schrägstrich. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Changed elsewhere</source>
        <translation>Anderswo geändert</translation>
    </message>
    <message>
        <source>It was changed on another computer meanwhile.</source>
        <translation>Es wurde inzwischen auf einem anderen Computer geändert.</translation>
    </message>
    <message>
        <source>Your change was not made. Look at it and decide again.</source>
        <translation>Ihre Änderung wurde nicht ausgeführt. Sehen Sie nach und entscheiden Sie neu.</translation>
    </message>
    <message>
        <source>Into itself</source>
        <translation>In sich selbst</translation>
    </message>
    <message>
        <source>A folder cannot be moved into itself.</source>
        <translation>Ein Ordner lässt sich nicht in sich selbst verschieben.</translation>
    </message>
    <message>
        <source>Folder gone</source>
        <translation>Ordner fehlt</translation>
    </message>
    <message>
        <source>The folder is no longer there.</source>
        <translation>Der Ordner ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Your file is safe. Choose another folder.</source>
        <translation>Ihre Datei ist sicher. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Nicht möglich</translation>
    </message>
    <message>
        <source>An earlier change that this one needs was refused.</source>
        <translation>Eine frühere Änderung, auf der diese beruht, wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Nichts ist verloren.</translation>
    </message>
    <message>
        <source>Reading anew</source>
        <translation>Wird neu gelesen</translation>
    </message>
    <message>
        <source>The server was restored; the list is read anew.</source>
        <translation>Der Server wurde wiederhergestellt; die Liste wird neu gelesen.</translation>
    </message>
    <message>
        <source>The server refused to repeat this change.</source>
        <translation>Der Server hat die Wiederholung dieser Änderung abgelehnt.</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>This file is larger than the server allows.</source>
        <translation>Diese Datei ist größer, als der Server erlaubt.</translation>
    </message>
    <message>
        <source>Your file is safe on this computer.</source>
        <translation>Ihre Datei ist auf diesem Computer sicher.</translation>
    </message>
    <message>
        <source>No space</source>
        <translation>Kein Platz</translation>
    </message>
    <message>
        <source>Not enough space on the server.</source>
        <translation>Auf dem Server ist nicht genug Platz.</translation>
    </message>
    <message>
        <source>Your file is safe on this computer. It goes on by itself when there is room.</source>
        <translation>Ihre Datei ist auf diesem Computer sicher. Es geht von selbst weiter, sobald Platz ist.</translation>
    </message>
    <message>
        <source>Server full</source>
        <translation>Server voll</translation>
    </message>
    <message>
        <source>The server&apos;s storage is full.</source>
        <translation>Der Speicher des Servers ist voll.</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
    <message>
        <source>The copy on the server did not match your file, so it was not kept.</source>
        <translation>Die Kopie auf dem Server stimmte nicht mit Ihrer Datei überein und wurde verworfen.</translation>
    </message>
    <message>
        <source>Your file is safe. Retry.</source>
        <translation>Ihre Datei ist sicher. Wiederholen Sie.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>The server no longer knows this upload.</source>
        <translation>Der Server kennt diesen Upload nicht mehr.</translation>
    </message>
    <message>
        <source>The server no longer takes this upload.</source>
        <translation>Der Server nimmt diesen Upload nicht mehr an.</translation>
    </message>
    <message>
        <source>Link expired</source>
        <translation>Link abgelaufen</translation>
    </message>
    <message>
        <source>The link to the store has expired.</source>
        <translation>Der Link zum Speicher ist abgelaufen.</translation>
    </message>
    <message>
        <source>A new one is asked for by itself.</source>
        <translation>Ein neuer wird von selbst geholt.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>The server did not accept the request.</source>
        <translation>Der Server hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>Zu viele Versuche</translation>
    </message>
    <message>
        <source>There were too many tries.</source>
        <translation>Es waren zu viele Versuche.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Warten Sie kurz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Server busy</source>
        <translation>Server ausgelastet</translation>
    </message>
    <message>
        <source>The server is busy or being maintained.</source>
        <translation>Der Server ist ausgelastet oder wird gewartet.</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>The server had a problem.</source>
        <translation>Auf dem Server gab es ein Problem.</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>It was left as it is. Check its permissions, then retry.</source>
        <translation>Sie wurde nicht angerührt. Prüfen Sie die Rechte und wiederholen Sie dann.</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Fort</translation>
    </message>
    <message>
        <source>This file is no longer on this computer.</source>
        <translation>Diese Datei ist nicht mehr auf diesem Computer.</translation>
    </message>
    <message>
        <source>What was uploaded before is untouched.</source>
        <translation>Was zuvor hochgeladen wurde, bleibt unberührt.</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Inzwischen geändert</translation>
    </message>
    <message>
        <source>This file changed while it was uploading.</source>
        <translation>Diese Datei wurde während des Hochladens geändert.</translation>
    </message>
    <message>
        <source>The older version was not saved. Upload the new one?</source>
        <translation>Die ältere Fassung wurde nicht gespeichert. Die neue hochladen?</translation>
    </message>
    <message>
        <source>Not a file</source>
        <translation>Keine Datei</translation>
    </message>
    <message>
        <source>This is not a file that can be uploaded.</source>
        <translation>Dies ist keine Datei, die sich hochladen lässt.</translation>
    </message>
    <message>
        <source>The others go on.</source>
        <translation>Die anderen gehen weiter.</translation>
    </message>
    <message>
        <source>This name cannot be used on the server.</source>
        <translation>Dieser Name ist auf dem Server nicht möglich.</translation>
    </message>
    <message>
        <source>Rename the file, then upload it again.</source>
        <translation>Benennen Sie die Datei um und laden Sie sie dann erneut hoch.</translation>
    </message>
    <message>
        <source>Exists already</source>
        <translation>Schon vorhanden</translation>
    </message>
    <message>
        <source>A file of this name is there already.</source>
        <translation>Eine Datei mit diesem Namen ist schon da.</translation>
    </message>
    <message>
        <source>It was not replaced.</source>
        <translation>Sie wurde nicht ersetzt.</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Platte voll</translation>
    </message>
    <message>
        <source>This computer is full.</source>
        <translation>Dieser Computer ist voll.</translation>
    </message>
    <message>
        <source>The file is safe on the server. Free space, then try again.</source>
        <translation>Die Datei ist auf dem Server sicher. Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Disk error</source>
        <translation>Plattenfehler</translation>
    </message>
    <message>
        <source>The disk of this computer did not work.</source>
        <translation>Die Platte dieses Computers hat nicht funktioniert.</translation>
    </message>
    <message>
        <source>Check it, then try again.</source>
        <translation>Prüfen Sie sie und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Drive gone</source>
        <translation>Laufwerk fehlt</translation>
    </message>
    <message>
        <source>The drive with this file is not connected.</source>
        <translation>Das Laufwerk mit dieser Datei ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>Connect it again; then it goes on by itself.</source>
        <translation>Schließen Sie es wieder an; dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>List damaged</source>
        <translation>Liste beschädigt</translation>
    </message>
    <message>
        <source>The list of files on this computer was damaged.</source>
        <translation>Die Liste der Dateien auf diesem Computer war beschädigt.</translation>
    </message>
    <message>
        <source>It is made anew; your uploads and changes are kept.</source>
        <translation>Sie wird neu aufgebaut; Ihre Uploads und Änderungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>Neuere Version</translation>
    </message>
    <message>
        <source>A newer version of this program was used here.</source>
        <translation>Hier wurde eine neuere Version dieses Programms benutzt.</translation>
    </message>
    <message>
        <source>Update this program to go on.</source>
        <translation>Aktualisieren Sie dieses Programm, um weiterzumachen.</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>This computer has no keychain that answers.</source>
        <translation>Auf diesem Computer antwortet kein Schlüsselbund.</translation>
    </message>
    <message>
        <source>You stay signed in until you quit; then sign in again.</source>
        <translation>Die Anmeldung gilt bis zum Beenden; danach neu anmelden.</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>The keychain of this computer is locked.</source>
        <translation>Der Schlüsselbund dieses Computers ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it or sign in.</source>
        <translation>Entsperren Sie ihn oder melden Sie sich an.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Benutzung</translation>
    </message>
    <message>
        <source>Another LearnLab program is using this profile.</source>
        <translation>Ein anderes LearnLab-Programm benutzt dieses Profil.</translation>
    </message>
    <message>
        <source>Close it first.</source>
        <translation>Schließen Sie es zuerst.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Something went wrong inside LearnLab.</source>
        <translation>In LearnLab ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again.</source>
        <translation>Nichts ist verloren. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Not empty</source>
        <translation>Nicht leer</translation>
    </message>
    <message>
        <source>Something is in this folder by now.</source>
        <translation>In diesem Ordner liegt inzwischen etwas.</translation>
    </message>
    <message>
        <source>Move it out first, or move the folder to trash.</source>
        <translation>Verschieben Sie es zuerst, oder legen Sie den Ordner in den Papierkorb.</translation>
    </message>
    <message>
        <source>Content gone</source>
        <translation>Inhalt fort</translation>
    </message>
    <message>
        <source>What this file held before is not in the trash any more.</source>
        <translation>Was diese Datei vorher enthielt, ist nicht mehr im Papierkorb.</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>Die Datei wurde gelassen, wie sie ist.</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>This is more than may be kept on this computer.</source>
        <translation>Das ist mehr, als auf diesem Computer behalten werden darf.</translation>
    </message>
    <message>
        <source>Allow more under “Available offline”, or keep less.</source>
        <translation>Erlauben Sie unter „Offline verfügbar“ mehr, oder behalten Sie weniger.</translation>
    </message>
    <message>
        <source>Kept with its folder</source>
        <translation>Mit dem Ordner behalten</translation>
    </message>
    <message>
        <source>A folder above this is kept offline.</source>
        <translation>Ein Ordner darüber wird offline behalten.</translation>
    </message>
    <message>
        <source>Stop keeping that folder instead.</source>
        <translation>Behalten Sie stattdessen jenen Ordner nicht mehr.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>Nothing can be written to this drive.</source>
        <translation>Auf dieses Laufwerk kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>The file is safe on the server. Choose another folder, or allow writing, then retry.</source>
        <translation>Die Datei ist sicher auf dem Server. Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Too large for the drive</source>
        <translation>Zu groß für das Laufwerk</translation>
    </message>
    <message>
        <source>This drive cannot hold a file of this size.</source>
        <translation>Dieses Laufwerk kann keine Datei dieser Größe aufnehmen.</translation>
    </message>
    <message>
        <source>The file is safe on the server. Choose a folder on another drive.</source>
        <translation>Die Datei ist sicher auf dem Server. Wählen Sie einen Ordner auf einem anderen Laufwerk.</translation>
    </message>
    <message>
        <source>Computer busy</source>
        <translation>Computer ausgelastet</translation>
    </message>
    <message>
        <source>This computer has too much open at the moment.</source>
        <translation>Auf diesem Computer ist gerade zu viel geöffnet.</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
    <message>
        <source>Text document</source>
        <translation>Textdokument</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>Präsentation</translation>
    </message>
    <message>
        <source>JPEG image</source>
        <translation>JPEG-Bild</translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>ZIP archive</source>
        <translation>ZIP-Archiv</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Python-Skript</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Notebook</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Retry</source>
        <comment>@action:link in the status column, sends a failed file again</comment>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Review</source>
        <comment>@action:link in the status column, shows both versions of a file</comment>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <comment>size of a file</comment>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>number of things in a folder</comment>
        <translation>
            <numerusform>%n Objekt</numerusform>
            <numerusform>%n Objekte</numerusform>
        </translation>
    </message>
    <message>
        <source>Today, %1</source>
        <comment>time of day follows</comment>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <comment>time of day follows</comment>
        <translation>Gestern, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day of the week, time of day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day and month, time of day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>speed; %1 is a size</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s left</source>
        <translation>noch %1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>noch %1 h %2 min</translation>
    </message>
    <message>
        <source>%1 used</source>
        <comment>storage</comment>
        <translation>%1 belegt</translation>
    </message>
    <message>
        <source>%1 of %2 used</source>
        <comment>storage</comment>
        <translation>%1 von %2 belegt</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Drop your first files here</source>
        <translation>Legen Sie Ihre ersten Dateien hier ab</translation>
    </message>
    <message>
        <source>Drag files or whole folders from your desktop into this window.</source>
        <translation>Ziehen Sie Dateien oder ganze Ordner vom Schreibtisch in dieses Fenster.</translation>
    </message>
    <message>
        <source>Upload files</source>
        <translation>Dateien hochladen</translation>
    </message>
    <message>
        <source>Upload folder</source>
        <translation>Ordner hochladen</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>hochladen</translation>
    </message>
    <message>
        <source>new folder</source>
        <translation>neuer Ordner</translation>
    </message>
    <message>
        <source>search</source>
        <translation>suchen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Available offline</source>
        <translation>Offline verfügbar</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>This folder is empty. Drop files to upload</source>
        <translation>Dieser Ordner ist leer. Legen Sie Dateien zum Hochladen ab</translation>
    </message>
    <message>
        <source>Nothing recent</source>
        <translation>Nichts Aktuelles</translation>
    </message>
    <message>
        <source>Files you upload or change appear here</source>
        <translation>Hier erscheinen Dateien, die Sie hochladen oder ändern</translation>
    </message>
    <message>
        <source>Nothing is kept offline</source>
        <translation>Nichts wird offline behalten</translation>
    </message>
    <message>
        <source>Choose Keep offline on a file and it stays on this computer</source>
        <translation>Wählen Sie bei einer Datei „Offline behalten“, und sie bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>Trash is empty</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>Nach Art</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>The files of all your folders appear here</source>
        <translation>Hier erscheinen die Dateien aus allen Ordnern</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>Nichts gefunden für „%1“</translation>
    </message>
    <message>
        <source>Names are searched, and what is in files on this computer. Narrow it by type:pdf, since:7d, larger:10M, in:/Notes or is:offline</source>
        <translation>Durchsucht werden Namen und der Inhalt von Dateien auf diesem Computer. Grenzen Sie es ein mit type:pdf, since:7d, larger:10M, in:/Notes oder is:offline</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>Proof of upload</source>
        <translation>Upload-Nachweis</translation>
    </message>
    <message>
        <source>How to check it</source>
        <translation>So wird er geprüft</translation>
    </message>
    <message>
        <source>Save the attachment of this document, receipt.json. Most readers show it under a paper clip.</source>
        <translation>Speichern Sie den Anhang dieses Dokuments, receipt.json. Die meisten Betrachter zeigen ihn unter einer Büroklammer.</translation>
    </message>
    <message>
        <source>Save the server&apos;s keys as keys.json, once, from this address:</source>
        <translation>Speichern Sie einmal die Schlüssel des Servers als keys.json, von dieser Adresse:</translation>
    </message>
    <message>
        <source>Type this where the files are; no account and no network is needed:</source>
        <translation>Geben Sie dies dort ein, wo die Dateien liegen; Konto und Netz sind nicht nötig:</translation>
    </message>
    <message>
        <source>The printed page alone proves nothing: what counts is the signed receipt that is attached to it. A receipt that was changed, and a file that is not the one it names, are refused.</source>
        <translation>Die gedruckte Seite allein beweist nichts: Es zählt der signierte Beleg, der ihr angehängt ist. Ein veränderter Beleg und eine Datei, die er nicht nennt, werden abgelehnt.</translation>
    </message>
</context>
<context>
    <name>ProofWords</name>
    <message>
        <source>%1 UTC</source>
        <comment>@info a time</comment>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>%1 %2 (%3 UTC)</source>
        <comment>@info a time, its zone, the time in UTC</comment>
        <translation>%1 %2 (%3 UTC)</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <comment>@info a size, short and exact</comment>
        <translation>%1 (%2 Bytes)</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Handed in by</source>
        <translation>Abgegeben von</translation>
    </message>
    <message>
        <source>Handed in at</source>
        <translation>Abgegeben am</translation>
    </message>
    <message>
        <source>Read back and signed</source>
        <translation>Zurückgelesen und signiert</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>The server has signed that %1 handed in exactly this file at this time, and that it read the file back unchanged. Anyone can check that, without an account and without the server.</source>
        <translation>Der Server hat signiert, dass %1 genau diese Datei zu dieser Zeit abgegeben hat und dass er sie unverändert zurückgelesen hat. Das kann jeder prüfen, ohne Konto und ohne den Server.</translation>
    </message>
    <message>
        <source>%1 proof of upload</source>
        <comment>name of a saved file</comment>
        <translation>%1 Upload-Nachweis</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AccountController</name>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out and remove everything from this computer…</source>
        <translation>Abmelden und alles von diesem Computer entfernen…</translation>
    </message>
    <message>
        <source>Remove everything of this account from this computer?</source>
        <translation>Alles von diesem Konto von diesem Computer entfernen?</translation>
    </message>
    <message>
        <source>What is on the server stays there. Uploads and changes that were not sent yet are lost.</source>
        <translation>Was auf dem Server ist, bleibt dort. Noch nicht gesendete Uploads und Änderungen gehen verloren.</translation>
    </message>
    <message>
        <source>Sign out and remove</source>
        <translation>Abmelden und entfernen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AccountPage</name>
    <message>
        <source>Account</source>
        <comment>@title page of the settings</comment>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Storage on the server</source>
        <comment>@label how much of it is used</comment>
        <translation>Speicher auf dem Server</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>@title:group of fields</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Vollständiger Name</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Save name</source>
        <translation>Namen speichern</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Aktuelles Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>On this computer</source>
        <comment>@label signing out</comment>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Your files stay on this computer and on the server. To go on you sign in again.</source>
        <comment>@info</comment>
        <translation>Ihre Dateien bleiben auf diesem Computer und auf dem Server. Um weiterzumachen, melden Sie sich wieder an.</translation>
    </message>
    <message>
        <source>Sign out and remove…</source>
        <comment>@action:button</comment>
        <translation>Abmelden und entfernen…</translation>
    </message>
    <message>
        <source>And remove everything</source>
        <comment>@label signing out</comment>
        <translation>Und alles entfernen</translation>
    </message>
    <message>
        <source>What this computer knows of your account goes too. Files on the server stay.</source>
        <comment>@info</comment>
        <translation>Auch was dieser Computer von Ihrem Konto weiß, wird entfernt. Dateien auf dem Server bleiben.</translation>
    </message>
    <message>
        <source>Sign out and remove everything from this computer</source>
        <translation>Abmelden und alles von diesem Computer entfernen</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Choose a user name.</source>
        <translation>Wählen Sie einen Benutzernamen.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>This user name is taken or not allowed. Choose another one.</source>
        <translation>Dieser Benutzername ist vergeben oder nicht erlaubt. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Use at least %1 characters.</source>
        <translation>Verwenden Sie mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Your password was changed. Other devices have to sign in again.</source>
        <translation>Ihr Passwort wurde geändert. Andere Geräte müssen sich neu anmelden.</translation>
    </message>
    <message>
        <source>This is not your current password.</source>
        <translation>Das ist nicht Ihr aktuelles Passwort.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AccountRow</name>
    <message>
        <source>Account: %1, %2</source>
        <comment>@action:button accessible name; the person&apos;s name, the server</comment>
        <translation>Konto: %1, %2</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ActionController</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Made again: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>This is not possible any more. %1</source>
        <translation>Das geht nicht mehr. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stay as they are, first “%1”: %2</source>
        <translation>
            <numerusform>%n Objekt bleibt, wie es ist, „%1“: %2</numerusform>
            <numerusform>%n Objekte bleiben, wie sie sind, zuerst „%1“: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ActionListModel</name>
    <message numerus="yes">
        <source>%n folder(s) made</source>
        <translation>
            <numerusform>%n Ordner angelegt</numerusform>
            <numerusform>%n Ordner angelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder “%1” made</source>
        <comment>an action</comment>
        <translation>Ordner „%1“ angelegt</translation>
    </message>
    <message>
        <source>“%1” renamed to “%2”</source>
        <comment>an action</comment>
        <translation>„%1“ in „%2“ umbenannt</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) moved to “%1”</source>
        <comment>an action</comment>
        <translation>
            <numerusform>%n Objekt nach „%1“ verschoben</numerusform>
            <numerusform>%n Objekte nach „%1“ verschoben</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” moved to “%2”</source>
        <comment>an action</comment>
        <translation>„%1“ nach „%2“ verschoben</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) moved to trash</source>
        <comment>an action</comment>
        <translation>
            <numerusform>%n Objekt in den Papierkorb gelegt</numerusform>
            <numerusform>%n Objekte in den Papierkorb gelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” moved to trash</source>
        <comment>an action</comment>
        <translation>„%1“ in den Papierkorb gelegt</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) restored</source>
        <comment>an action</comment>
        <translation>
            <numerusform>%n Objekt wiederhergestellt</numerusform>
            <numerusform>%n Objekte wiederhergestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” restored</source>
        <comment>an action</comment>
        <translation>„%1“ wiederhergestellt</translation>
    </message>
    <message numerus="yes">
        <source>“%1” uploaded, %n file(s)</source>
        <comment>an action</comment>
        <translation>
            <numerusform>„%1“ hochgeladen, %n Datei</numerusform>
            <numerusform>„%1“ hochgeladen, %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” uploaded</source>
        <comment>an action</comment>
        <translation>„%1“ hochgeladen</translation>
    </message>
    <message>
        <source>“%1” replaced</source>
        <comment>an action</comment>
        <translation>„%1“ ersetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>what an action was about</comment>
        <translation>
            <numerusform>%n Objekt</numerusform>
            <numerusform>%n Objekten</numerusform>
        </translation>
    </message>
    <message>
        <source>new folder %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>Anlegen des Ordners %1</translation>
    </message>
    <message>
        <source>rename of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>Umbenennen von %1</translation>
    </message>
    <message>
        <source>move of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>Verschieben von %1</translation>
    </message>
    <message>
        <source>trashing of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>In-den-Papierkorb-Legen von %1</translation>
    </message>
    <message>
        <source>restoring of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>Wiederherstellen von %1</translation>
    </message>
    <message>
        <source>upload of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>Hochladen von %1</translation>
    </message>
    <message>
        <source>replacing of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>Ersetzen von %1</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <comment>what</comment>
        <translation>%1 rückgängig machen</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <comment>what</comment>
        <translation>%1 wiederholen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>state of an action</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Undone</source>
        <comment>state of an action</comment>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Not made</source>
        <comment>state of an action</comment>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of a row in the list</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AdvancedPage</name>
    <message>
        <source>Network</source>
        <comment>@title:group of settings</comment>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Proxy</source>
        <comment>@label:listbox</comment>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>The way to the server. A server on this computer is reached directly.</source>
        <comment>@info</comment>
        <translation>Der Weg zum Server. Ein Server auf diesem Computer wird direkt erreicht.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <comment>@item:inlistbox a choice of language, theme or proxy</comment>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>No proxy</source>
        <comment>@item:inlistbox</comment>
        <translation>Kein Proxy</translation>
    </message>
    <message>
        <source>This one</source>
        <comment>@item:inlistbox a proxy that is named below</comment>
        <translation>Dieser</translation>
    </message>
    <message>
        <source>Proxy&apos;s host name</source>
        <comment>accessible name of a field</comment>
        <translation>Hostname des Proxys</translation>
    </message>
    <message>
        <source>Proxy&apos;s port</source>
        <comment>accessible name of a field</comment>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>Host and port</source>
        <comment>@label of the proxy</comment>
        <translation>Host und Port</translation>
    </message>
    <message>
        <source>An HTTP proxy, without a password.</source>
        <comment>@info</comment>
        <translation>Ein HTTP-Proxy ohne Passwort.</translation>
    </message>
    <message>
        <source>This is no host name. Write only the name, such as proxy.example.edu.</source>
        <comment>@info</comment>
        <translation>Das ist kein Hostname. Geben Sie nur den Namen ein, etwa proxy.example.edu.</translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>@action:button does not trust an authority any more</comment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <comment>@action:button a file</comment>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose a certificate authority</source>
        <comment>accessible name of a button</comment>
        <translation>Zertifizierungsstelle auswählen</translation>
    </message>
    <message>
        <source>Remove the certificate authority</source>
        <comment>accessible name of a button</comment>
        <translation>Zertifizierungsstelle entfernen</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <comment>@title:group of settings</comment>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Trusted beside those of the system</source>
        <comment>@label a certificate authority</comment>
        <translation>Zusätzlich zu denen des Systems vertraut</translation>
    </message>
    <message>
        <source>Choose a certificate authority</source>
        <comment>@title:window</comment>
        <translation>Zertifizierungsstelle auswählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <comment>filter of a file dialog</comment>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is no certificate authority in this file. It has to be a PEM file of one.</source>
        <comment>@info</comment>
        <translation>In dieser Datei ist keine Zertifizierungsstelle. Es muss eine PEM-Datei einer solchen sein.</translation>
    </message>
    <message>
        <source>None. Your university tells you if its server needs one.</source>
        <comment>@info about a certificate authority</comment>
        <translation>Keine. Ihre Universität sagt Ihnen, ob ihr Server eine braucht.</translation>
    </message>
    <message>
        <source>The file of the certificate authority cannot be used any more. Choose it again or remove it.</source>
        <comment>@info</comment>
        <translation>Die Datei der Zertifizierungsstelle ist nicht mehr verwendbar. Wählen Sie sie neu oder entfernen Sie sie.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>@info names of authorities</comment>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Good until %1</source>
        <comment>@info a date</comment>
        <translation>Gültig bis %1</translation>
    </message>
    <message>
        <source>Advanced</source>
        <comment>@title page of the settings</comment>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>When something is wrong</source>
        <comment>@title:group of settings</comment>
        <translation>Wenn etwas nicht stimmt</translation>
    </message>
    <message>
        <source>Check now</source>
        <comment>@action:button looks whether everything is in order</comment>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Self-check</source>
        <comment>@label</comment>
        <translation>Selbstprüfung</translation>
    </message>
    <message>
        <source>Looks at the server, the keychain, the list of files and the disk, and writes a report for whoever helps you. It holds no names of files, no addresses and no secrets.</source>
        <comment>@info about the self-check</comment>
        <translation>Prüft Server, Schlüsselbund, Dateiliste und Datenträger und schreibt einen Bericht für alle, die Ihnen helfen. Er enthält keine Dateinamen, keine Adressen und keine Geheimnisse.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <comment>@action:button in the desktop&apos;s file manager</comment>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Log</source>
        <comment>@label the file that says what happened</comment>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What the program did, in learnlab.log.</source>
        <comment>@info</comment>
        <translation>Was das Programm getan hat, in learnlab.log.</translation>
    </message>
    <message>
        <source>Open the folder of the log</source>
        <comment>accessible name of a button</comment>
        <translation>Ordner des Protokolls öffnen</translation>
    </message>
    <message>
        <source>Detailed log</source>
        <comment>@option:check</comment>
        <translation>Ausführliches Protokoll</translation>
    </message>
    <message>
        <source>Writes every step down, without secrets. For hunting an error; the log grows quickly.</source>
        <comment>@info</comment>
        <translation>Schreibt jeden Schritt auf, ohne Geheimnisse. Für die Fehlersuche; das Protokoll wächst schnell.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <comment>@info:status</comment>
        <translation>Wird geprüft…</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <comment>@title page of the settings</comment>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Theme</source>
        <comment>@title:group light or dark</comment>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Lists and text</source>
        <comment>@title:group of settings</comment>
        <translation>Listen und Text</translation>
    </message>
    <message>
        <source>Rows</source>
        <comment>@label:listbox how high the rows of lists are</comment>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>How high the rows in the list of files are.</source>
        <comment>@info below the choice</comment>
        <translation>Wie hoch die Zeilen der Dateiliste sind.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <comment>@item:inlistbox high rows</comment>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>Compact</source>
        <comment>@item:inlistbox low rows</comment>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Size of text</source>
        <comment>@label:listbox</comment>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>On top of what the desktop is set to.</source>
        <comment>@info below the choice of the size of text</comment>
        <translation>Zusätzlich zur Einstellung des Desktops.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <comment>@option:check</comment>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Nothing slides or fades. The desktop&apos;s own wish for less motion holds anyway.</source>
        <comment>@info below a check box</comment>
        <translation>Nichts gleitet oder blendet. Wünscht der Desktop weniger Bewegung, gilt das ohnehin.</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>@item:inlistbox the size of text</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::Breadcrumb</name>
    <message>
        <source>Path</source>
        <comment>@label accessible name of the breadcrumb</comment>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Folders above</source>
        <comment>@action:button opens the hidden parts of the path</comment>
        <translation>Ordner darüber</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::BrowseController</name>
    <message>
        <source>No program on this computer opens “%1”.</source>
        <translation>Kein Programm auf diesem Computer öffnet „%1“.</translation>
    </message>
    <message>
        <source>New folder</source>
        <comment>name of a folder just made</comment>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Upload folder</source>
        <translation>Ordner hochladen</translation>
    </message>
    <message>
        <source>Upload files</source>
        <translation>Dateien hochladen</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>button of the file dialog</comment>
        <translation>Hochladen</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be uploaded, first “%1”. The others go on.</source>
        <translation>
            <numerusform>%n Objekt ließ sich nicht hochladen, zuerst „%1“. Die anderen gehen weiter.</numerusform>
            <numerusform>%n Objekte ließen sich nicht hochladen, zuerst „%1“. Die anderen gehen weiter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n item(s).</source>
        <translation>
            <numerusform>%n Objekt verschoben.</numerusform>
            <numerusform>%n Objekte verschoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n item(s) to trash.</source>
        <translation>
            <numerusform>%n Objekt in den Papierkorb verschoben.</numerusform>
            <numerusform>%n Objekte in den Papierkorb verschoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %n item(s).</source>
        <translation>
            <numerusform>%n Objekt wiederhergestellt.</numerusform>
            <numerusform>%n Objekte wiederhergestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Download a copy</source>
        <translation>Kopie herunterladen</translation>
    </message>
    <message>
        <source>“%1” was downloaded.</source>
        <translation>„%1“ wurde heruntergeladen.</translation>
    </message>
    <message numerus="yes">
        <source>Download %n item(s) to</source>
        <translation>
            <numerusform>%n Objekt herunterladen nach</numerusform>
            <numerusform>%n Objekte herunterladen nach</numerusform>
        </translation>
    </message>
    <message>
        <source>Download here</source>
        <comment>button of the file dialog</comment>
        <translation>Hierher herunterladen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be downloaded, first “%1”.</source>
        <translation>
            <numerusform>%n Datei ließ sich nicht herunterladen, zuerst „%1“.</numerusform>
            <numerusform>%n Dateien ließen sich nicht herunterladen, zuerst „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) downloaded to “%1”.</source>
        <translation>
            <numerusform>%n Datei nach „%1“ heruntergeladen.</numerusform>
            <numerusform>%n Dateien nach „%1“ heruntergeladen.</numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Search all files</source>
        <translation>Alle Dateien durchsuchen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a file, what went wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Share link</source>
        <translation>Link teilen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <translation>Endgültig löschen</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::BrowsePage</name>
    <message>
        <source>Nothing can be dropped here</source>
        <comment>@info while dragging over a list that takes nothing</comment>
        <translation>Hier lässt sich nichts ablegen</translation>
    </message>
    <message>
        <source>Move to</source>
        <comment>@info in front of a folder&apos;s name, while dragging</comment>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>Drop to upload to</source>
        <comment>@info in front of a folder&apos;s name, while dragging</comment>
        <translation>Ablegen zum Hochladen nach</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ChangeListModel</name>
    <message>
        <source>All files</source>
        <comment>the place at the top</comment>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>New folder “%1”</source>
        <comment>a change</comment>
        <translation>Neuer Ordner „%1“</translation>
    </message>
    <message>
        <source>“%1” renamed to “%2”</source>
        <comment>a change</comment>
        <translation>„%1“ umbenannt in „%2“</translation>
    </message>
    <message>
        <source>Renamed to “%1”</source>
        <comment>a change</comment>
        <translation>Umbenannt in „%1“</translation>
    </message>
    <message>
        <source>“%1” moved to “%2”</source>
        <comment>a change, the name of a folder</comment>
        <translation>„%1“ nach „%2“ verschoben</translation>
    </message>
    <message>
        <source>“%1” moved to trash</source>
        <comment>a change</comment>
        <translation>„%1“ in den Papierkorb verschoben</translation>
    </message>
    <message>
        <source>“%1” restored from trash</source>
        <comment>a change</comment>
        <translation>„%1“ aus dem Papierkorb geholt</translation>
    </message>
    <message>
        <source>Waiting for network</source>
        <comment>state of a change</comment>
        <translation>Wartet auf das Netz</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>state of a change</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of a row in the list</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Trash</source>
        <comment>a place</comment>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Nowhere any more</source>
        <comment>a place</comment>
        <translation>Nirgends mehr</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>You, on this computer</source>
        <translation>Sie, an diesem Computer</translation>
    </message>
    <message>
        <source>You, on another computer</source>
        <translation>Sie, an einem anderen Computer</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ChangesDialog</name>
    <message>
        <source>Everything you changed is on the server.</source>
        <translation>Alles, was Sie geändert haben, ist auf dem Server.</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Waiting changes</source>
        <translation>Wartende Änderungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be made on the server and were undone here.</source>
        <translation>
            <numerusform>%n Änderung war auf dem Server nicht möglich und wurde hier rückgängig gemacht.</numerusform>
            <numerusform>%n Änderungen waren auf dem Server nicht möglich und wurden hier rückgängig gemacht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Made on this computer and not yet on the server. They are sent in this order.</source>
        <translation>Auf diesem Computer gemacht und noch nicht auf dem Server. Sie werden in dieser Reihenfolge gesendet.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <comment>a change that was refused</comment>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <comment>a change that waits</comment>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Use another name</source>
        <translation>Anderen Namen nehmen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Your change</source>
        <translation>Ihre Änderung</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Auf dem Server</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ClipboardController</name>
    <message numerus="yes">
        <source>Cut %n item(s). Paste them where they belong</source>
        <translation>
            <numerusform>%n Element ausgeschnitten. Am Ziel einfügen</numerusform>
            <numerusform>%n Elemente ausgeschnitten. Am Ziel einfügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders can be moved, but not copied</source>
        <translation>Ordner lassen sich verschieben, aber nicht kopieren</translation>
    </message>
    <message>
        <source>Pasted text %1</source>
        <comment>name of a file; %1 is a date and a time</comment>
        <translation>Eingefügter Text %1</translation>
    </message>
    <message>
        <source>There is nothing to paste</source>
        <translation>Es gibt nichts einzufügen</translation>
    </message>
    <message>
        <source>Pasted image %1</source>
        <comment>name of a file; %1 is a date and a time</comment>
        <translation>Eingefügtes Bild %1</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ConflictDialog</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>%1 · newer</source>
        <comment>date</comment>
        <translation>%1 · neuer</translation>
    </message>
    <message numerus="yes">
        <source>Do the same for the %n other conflict(s)</source>
        <translation>
            <numerusform>Ebenso für den %n anderen Konflikt</numerusform>
            <numerusform>Ebenso für die %n anderen Konflikte</numerusform>
        </translation>
    </message>
    <message>
        <source>Name already taken</source>
        <translation>Name schon vergeben</translation>
    </message>
    <message>
        <source>Keep both</source>
        <comment>conflict</comment>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Your file is uploaded under a new name.</source>
        <translation>Ihre Datei wird unter einem neuen Namen hochgeladen.</translation>
    </message>
    <message>
        <source>Replace</source>
        <comment>conflict</comment>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>The server&apos;s copy goes to the trash, where you can restore it.</source>
        <translation>Die Kopie des Servers kommt in den Papierkorb, aus dem Sie sie zurückholen können.</translation>
    </message>
    <message>
        <source>Skip</source>
        <comment>conflict</comment>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>The server&apos;s copy stays; yours stays on this computer.</source>
        <translation>Die Kopie des Servers bleibt; Ihre bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>“%1” is here already</source>
        <translation>„%1“ ist schon hier</translation>
    </message>
    <message>
        <source>Nothing has been overwritten. Both copies are safe.</source>
        <translation>Nichts wurde überschrieben. Beide Kopien sind sicher.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Auf dem Server</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>You, on this computer</source>
        <translation>Sie, an diesem Computer</translation>
    </message>
    <message>
        <source>You, on another computer</source>
        <translation>Sie, an einem anderen Computer</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::CrumbButton</name>
    <message>
        <source>Current folder</source>
        <comment>@info accessible description of the last part of the path</comment>
        <translation>Aktueller Ordner</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DetailsPane</name>
    <message>
        <source>%1 (%2 bytes)</source>
        <comment>@info a size, short and exact</comment>
        <translation>%1 (%2 Bytes)</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) selected</source>
        <translation>
            <numerusform>%n Element ausgewählt</numerusform>
            <numerusform>%n Elemente ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Being fetched</source>
        <translation>Wird geholt</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <comment>@action:button a folder</comment>
        <translation>Zu %1 gehen</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Select a file to see what is known of it, and to share it.</source>
        <translation>Wählen Sie eine Datei aus, um alles über sie zu sehen und sie zu teilen.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>Das ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DeviceList</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Unknown device</source>
        <translation>Unbekanntes Gerät</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Active now</source>
        <translation>Jetzt aktiv</translation>
    </message>
    <message>
        <source>Signed in %1</source>
        <comment>day and time</comment>
        <translation>Angemeldet %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <comment>a device</comment>
        <translation>%1 abmelden</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>Wird abgemeldet…</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DevicesPage</name>
    <message>
        <source>Devices</source>
        <comment>@title page of the settings</comment>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Computers and phones signed in to your account. Sign out any you do not recognise, then change your password.</source>
        <translation>Computer und Telefone, die bei Ihrem Konto angemeldet sind. Melden Sie ab, was Sie nicht kennen, und ändern Sie dann Ihr Passwort.</translation>
    </message>
    <message>
        <source>A device that is signed out cannot read or change your files any more. Files on the server stay as they are.</source>
        <comment>@info</comment>
        <translation>Ein abgemeldetes Gerät kann Ihre Dateien nicht mehr lesen oder ändern. Dateien auf dem Server bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Sign out all other devices…</source>
        <translation>Alle anderen Geräte abmelden…</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) signed in</source>
        <translation>
            <numerusform>%n Gerät angemeldet</numerusform>
            <numerusform>%n Geräte angemeldet</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out other devices</source>
        <translation>Andere Geräte abmelden</translation>
    </message>
    <message>
        <source>Sign out all other devices?</source>
        <translation>Alle anderen Geräte abmelden?</translation>
    </message>
    <message>
        <source>Files on the server stay as they are. Each device has to sign in again.</source>
        <translation>Dateien auf dem Server bleiben, wie sie sind. Jedes Gerät muss sich neu anmelden.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DragController</name>
    <message numerus="yes">
        <source>Fetching %n file(s) from the server…</source>
        <comment>@info while files are dragged out of the window</comment>
        <translation>
            <numerusform>%n Datei wird vom Server geholt…</numerusform>
            <numerusform>%n Dateien werden vom Server geholt…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were not here yet and were left out. Drag them again in a moment.</source>
        <translation>
            <numerusform>%n Datei war noch nicht hier und wurde ausgelassen. Ziehen Sie sie gleich noch einmal.</numerusform>
            <numerusform>%n Dateien waren noch nicht hier und wurden ausgelassen. Ziehen Sie sie gleich noch einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) were left out. Folders and large files come with “Download a copy”.</source>
        <translation>
            <numerusform>%n Element wurde ausgelassen. Ordner und große Dateien kommen mit „Kopie herunterladen“.</numerusform>
            <numerusform>%n Elemente wurden ausgelassen. Ordner und große Dateien kommen mit „Kopie herunterladen“.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FileActions</name>
    <message>
        <source>Upload files…</source>
        <translation>Dateien hochladen…</translation>
    </message>
    <message>
        <source>Upload folder…</source>
        <translation>Ordner hochladen…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Download a copy…</source>
        <translation>Kopie herunterladen…</translation>
    </message>
    <message>
        <source>Keep offline</source>
        <translation>Offline behalten</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Up one folder</source>
        <translation>Einen Ordner nach oben</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Pause or resume all</source>
        <translation>Alle anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Side bar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Waiting changes…</source>
        <translation>Wartende Änderungen…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Verlauf…</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Verschieben nach…</translation>
    </message>
    <message>
        <source>Share link…</source>
        <translation>Link teilen…</translation>
    </message>
    <message>
        <source>Proof of upload</source>
        <translation>Upload-Nachweis</translation>
    </message>
    <message>
        <source>Go to path</source>
        <translation>Zum Pfad gehen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Nichts ist ausgewählt</translation>
    </message>
    <message>
        <source>It is in trash. Restore it first</source>
        <translation>Es liegt im Papierkorb. Stellen Sie es zuerst wieder her</translation>
    </message>
    <message>
        <source>Only one thing at a time</source>
        <translation>Nur eines auf einmal</translation>
    </message>
    <message>
        <source>Go to All files first: only folders take new things</source>
        <translation>Gehen Sie zuerst zu „Alle Dateien“: Nur Ordner nehmen Neues auf</translation>
    </message>
    <message>
        <source>You are offline, and this file is not on this computer</source>
        <translation>Sie sind offline, und diese Datei ist nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>Folders can be moved, but not copied</source>
        <translation>Ordner lassen sich verschieben, aber nicht kopieren</translation>
    </message>
    <message>
        <source>It is not in trash</source>
        <translation>Es liegt nicht im Papierkorb</translation>
    </message>
    <message>
        <source>Links lead to one file</source>
        <translation>Links führen zu einer Datei</translation>
    </message>
    <message>
        <source>The server does not have this file yet</source>
        <translation>Der Server hat diese Datei noch nicht</translation>
    </message>
    <message>
        <source>You are offline. Links are made by the server</source>
        <translation>Sie sind offline. Links macht der Server</translation>
    </message>
    <message>
        <source>Proofs are for files</source>
        <translation>Nachweise gibt es für Dateien</translation>
    </message>
    <message>
        <source>You are offline. Proofs come from the server</source>
        <translation>Sie sind offline. Nachweise kommen vom Server</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Show as list</source>
        <translation>Als Liste zeigen</translation>
    </message>
    <message>
        <source>Show as grid</source>
        <translation>Als Kacheln zeigen</translation>
    </message>
    <message>
        <source>Larger tiles</source>
        <translation>Größere Kacheln</translation>
    </message>
    <message>
        <source>Smaller tiles</source>
        <translation>Kleinere Kacheln</translation>
    </message>
    <message>
        <source>Tiles of usual size</source>
        <translation>Kacheln in üblicher Größe</translation>
    </message>
    <message>
        <source>Delete permanently…</source>
        <translation>Endgültig löschen…</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>Papierkorb leeren…</translation>
    </message>
    <message>
        <source>You are offline. Only the server deletes for good</source>
        <translation>Sie sind offline. Endgültig löschen kann nur der Server</translation>
    </message>
    <message>
        <source>Trash is empty</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FileGridView</name>
    <message>
        <source>Files</source>
        <comment>@label accessible name of the grid</comment>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FileListModel</name>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Available offline</source>
        <comment>status of a file</comment>
        <translation>Offline verfügbar</translation>
    </message>
    <message>
        <source>Will upload later</source>
        <comment>status of a file</comment>
        <translation>Wird später hochgeladen</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>status of a file</comment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Waiting for network</source>
        <comment>status of a file</comment>
        <translation>Wartet auf das Netz</translation>
    </message>
    <message>
        <source>Only here</source>
        <comment>status of a file that a restored server lacks</comment>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>status of a file</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Conflict</source>
        <comment>status of a file</comment>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Online only</source>
        <comment>status of a file</comment>
        <translation>Nur online</translation>
    </message>
    <message>
        <source>uploading</source>
        <translation>wird hochgeladen</translation>
    </message>
    <message>
        <source>uploading, %1 percent</source>
        <translation>wird hochgeladen, %1 Prozent</translation>
    </message>
    <message>
        <source>This file is not on this computer. Connect to open it, or choose “Keep offline” next time you are online.</source>
        <translation>Diese Datei ist nicht auf diesem Computer. Verbinden Sie sich, um sie zu öffnen, oder wählen Sie beim nächsten Mal „Offline behalten“.</translation>
    </message>
    <message>
        <source>The server was restored and does not have this file any more. It is safe on this computer. Retry uploads it again.</source>
        <translation>Der Server wurde wiederhergestellt und hat diese Datei nicht mehr. Auf diesem Computer ist sie sicher. „Wiederholen“ lädt sie erneut hoch.</translation>
    </message>
    <message>
        <source>Synced and verified</source>
        <translation>Abgeglichen und geprüft</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column header</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>column header</comment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>column header</comment>
        <translation>Art</translation>
    </message>
    <message>
        <source>Deleted</source>
        <comment>column header</comment>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Modified</source>
        <comment>column header</comment>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Status</source>
        <comment>column header</comment>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of a row in the list</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Fetching</source>
        <comment>status of what is to be kept offline</comment>
        <translation>Wird geholt</translation>
    </message>
    <message>
        <source>Partly offline</source>
        <comment>status of what is to be kept offline</comment>
        <translation>Teilweise offline</translation>
    </message>
    <message>
        <source>Not all of it is on this computer: there is no room for the rest.</source>
        <translation>Nicht alles davon ist auf diesem Computer: Für den Rest fehlt der Platz.</translation>
    </message>
    <message>
        <source>On its way to this computer, to be there without a network.</source>
        <translation>Unterwegs auf diesen Computer, um auch ohne Netz da zu sein.</translation>
    </message>
    <message>
        <source>Changes waiting</source>
        <comment>status of a file or a folder</comment>
        <translation>Änderungen warten</translation>
    </message>
    <message>
        <source>Will be created later</source>
        <comment>status of a folder</comment>
        <translation>Wird später angelegt</translation>
    </message>
    <message>
        <source>Will be renamed later</source>
        <comment>status of a file or a folder</comment>
        <translation>Wird später umbenannt</translation>
    </message>
    <message>
        <source>Will be moved later</source>
        <comment>status of a file or a folder</comment>
        <translation>Wird später verschoben</translation>
    </message>
    <message>
        <source>Will move to trash later</source>
        <comment>status of a file or a folder</comment>
        <translation>Später in den Papierkorb</translation>
    </message>
    <message>
        <source>Will be restored later</source>
        <comment>status of a file or a folder</comment>
        <translation>Wird später zurückgeholt</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FileListView</name>
    <message>
        <source>Files</source>
        <comment>@label accessible name of the list</comment>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FolderTreeModel</name>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>name of a folder, the folder it is in</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Nothing can be moved into itself</source>
        <translation>Nichts lässt sich in sich selbst verschieben</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::GeneralPage</name>
    <message>
        <source>General</source>
        <comment>@title page of the settings</comment>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Language</source>
        <comment>@label:listbox</comment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Words, dates and numbers. Everything changes at once.</source>
        <comment>@info below the choice of the language</comment>
        <translation>Wörter, Daten und Zahlen. Alles ändert sich sofort.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <comment>@item:inlistbox a choice of language, theme or proxy</comment>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>@title:group of settings about starting the program</comment>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start LearnLab when you sign in to this computer</source>
        <comment>@option:check</comment>
        <translation>LearnLab beim Anmelden an diesem Computer starten</translation>
    </message>
    <message>
        <source>Files you keep offline are brought up to date, and uploads go on where they stopped.</source>
        <comment>@info below the check box for starting with the desktop</comment>
        <translation>Offline gehaltene Dateien werden aktualisiert, und Uploads gehen dort weiter, wo sie aufgehört haben.</translation>
    </message>
    <message>
        <source>In the background</source>
        <comment>@title:group of settings</comment>
        <translation>Im Hintergrund</translation>
    </message>
    <message>
        <source>Keep running in the background when the window is closed</source>
        <comment>@option:check</comment>
        <translation>Im Hintergrund weiterlaufen, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>Transfers go on. The window comes back from the icon in the system tray.</source>
        <comment>@info below a check box</comment>
        <translation>Übertragungen gehen weiter. Das Fenster kommt über das Symbol im Systemabschnitt zurück.</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <comment>@option:check</comment>
        <translation>Benachrichtigungen anzeigen</translation>
    </message>
    <message>
        <source>When transfers are through, and when one of them needs you.</source>
        <comment>@info below a check box</comment>
        <translation>Wenn Übertragungen fertig sind und wenn eine davon Sie braucht.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::HistoryDialog</name>
    <message>
        <source>What you do with files on this computer appears here.</source>
        <translation>Was Sie auf diesem Computer mit Dateien tun, erscheint hier.</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::IntegritySection</name>
    <message>
        <source>Copy SHA-256</source>
        <comment>@action:button</comment>
        <translation>SHA-256 kopieren</translation>
    </message>
    <message>
        <source>SHA-256 copied.</source>
        <translation>SHA-256 kopiert.</translation>
    </message>
    <message>
        <source>Proof of upload</source>
        <comment>@action:button</comment>
        <translation>Upload-Nachweis</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
    <message>
        <source>There is one as soon as the file is uploaded.</source>
        <translation>Es gibt einen, sobald die Datei hochgeladen ist.</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <comment>@label the digest of a file</comment>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 verified</source>
        <translation>SHA-256 geprüft</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>This copy differs from your file. Upload it again.</source>
        <translation>Diese Kopie weicht von Ihrer Datei ab. Laden Sie sie erneut hoch.</translation>
    </message>
    <message>
        <source>The server&apos;s proof is not genuine. Do not rely on it.</source>
        <translation>Der Nachweis des Servers ist nicht echt. Verlassen Sie sich nicht darauf.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::KeptController</name>
    <message>
        <source>Edited here and not on the server yet: %1.</source>
        <comment>@info names of files</comment>
        <translation>Hier bearbeitet und noch nicht auf dem Server: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Edited here and not on the server yet: %1 and %n more.</source>
        <comment>@info names of files</comment>
        <translation>
            <numerusform>Hier bearbeitet und noch nicht auf dem Server: %1 und %n weitere.</numerusform>
            <numerusform>Hier bearbeitet und noch nicht auf dem Server: %1 und %n weitere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::LinkListModel</name>
    <message>
        <source>%1 · password</source>
        <comment>@info how a link stands</comment>
        <translation>%1 · Passwort</translation>
    </message>
    <message>
        <source>A file that is not in the list yet</source>
        <translation>Eine Datei, die noch nicht in der Liste ist</translation>
    </message>
    <message>
        <source>Closed: in trash</source>
        <comment>@info a link whose file is in trash</comment>
        <translation>Geschlossen: im Papierkorb</translation>
    </message>
    <message>
        <source>Does not end</source>
        <comment>@info a link without an end</comment>
        <translation>Endet nicht</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <comment>@info day and time</comment>
        <translation>Endete %1</translation>
    </message>
    <message>
        <source>Ends %1</source>
        <comment>@info day and time</comment>
        <translation>Endet %1</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::LinksPage</name>
    <message numerus="yes">
        <source>%n link(s) copied.</source>
        <translation>
            <numerusform>%n Link kopiert.</numerusform>
            <numerusform>%n Links kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy link</source>
        <comment>@action:button</comment>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Link withdrawn. It opens nothing any more.</source>
        <translation>Link zurückgezogen. Er öffnet nichts mehr.</translation>
    </message>
    <message>
        <source>Links you create appear here</source>
        <translation>Hier erscheinen Links, die Sie erstellen</translation>
    </message>
    <message>
        <source>Select a file and choose Share link: whoever has the link can download it.</source>
        <translation>Wählen Sie eine Datei und dann „Link teilen“: Wer den Link hat, kann sie herunterladen.</translation>
    </message>
    <message>
        <source>Shared links</source>
        <translation>Geteilte Links</translation>
    </message>
    <message>
        <source>Show file</source>
        <comment>@action:button</comment>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <comment>@action:button links, for good</comment>
        <translation>Zurückziehen</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::MainWindow</name>
    <message numerus="yes">
        <source>The list of files was damaged and is made anew. %n upload(s) and changes were kept.</source>
        <translation>
            <numerusform>Die Liste der Dateien war beschädigt und wird neu aufgebaut. %n Upload oder Änderung blieb erhalten.</numerusform>
            <numerusform>Die Liste der Dateien war beschädigt und wird neu aufgebaut. %n Uploads und Änderungen blieben erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Available offline</source>
        <translation>Offline verfügbar</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Shared computer</source>
        <translation>Gemeinsamer Computer</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are not on the server yet.</source>
        <translation>
            <numerusform>%n Objekt ist noch nicht auf dem Server.</numerusform>
            <numerusform>%n Objekte sind noch nicht auf dem Server.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything of your account is removed from this computer when you quit. Files that you uploaded from elsewhere on this computer stay where they are.</source>
        <translation>Beim Beenden wird alles von Ihrem Konto von diesem Computer entfernt. Dateien, die Sie von anderswo auf diesem Computer hochgeladen haben, bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Keep uploading</source>
        <translation>Weiter hochladen</translation>
    </message>
    <message>
        <source>Quit and remove</source>
        <translation>Beenden und entfernen</translation>
    </message>
    <message>
        <source>Removing your account from this computer…</source>
        <translation>Ihr Konto wird von diesem Computer entfernt…</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Link kopiert.</translation>
    </message>
    <message>
        <source>Make the window wider to share this file.</source>
        <translation>Machen Sie das Fenster breiter, um diese Datei zu teilen.</translation>
    </message>
    <message>
        <source>Shared links</source>
        <translation>Geteilte Links</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>Nach Art</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>This link leads nowhere in LearnLab.</source>
        <translation>Dieser Link führt zu nichts in LearnLab.</translation>
    </message>
    <message>
        <source>What this link leads to is not among your files.</source>
        <translation>Wohin dieser Link führt, ist nicht unter Ihren Dateien.</translation>
    </message>
    <message>
        <source>This desktop has no system tray: closing the window ends LearnLab.</source>
        <translation>Diese Arbeitsfläche hat keine Symbolleiste: Schließen beendet LearnLab.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::MoveDialog</name>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message numerus="yes">
        <source>Move %n item(s) to</source>
        <translation>
            <numerusform>%n Element verschieben nach</numerusform>
            <numerusform>%n Elemente verschieben nach</numerusform>
        </translation>
    </message>
    <message>
        <source>Search folders</source>
        <translation>Ordner suchen</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Hierher verschieben</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::NameDelegate</name>
    <message>
        <source>New name</source>
        <comment>@label accessible name of the field that renames a file</comment>
        <translation>Neuer Name</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::NavButton</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>@info accessible description of a place in the side bar</comment>
        <translation>
            <numerusform>%n Objekt</numerusform>
            <numerusform>%n Objekte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::NoticeController</name>
    <message numerus="yes">
        <source>Uploaded: %n file(s) are on the server.</source>
        <comment>@info notification</comment>
        <translation>
            <numerusform>Hochgeladen: %n Datei ist auf dem Server.</numerusform>
            <numerusform>Hochgeladen: %n Dateien sind auf dem Server.</numerusform>
        </translation>
    </message>
    <message>
        <source>A file of this name is there already. Choose what to do.</source>
        <comment>@info notification</comment>
        <translation>Eine Datei dieses Namens ist schon da. Wählen Sie, was geschehen soll.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>@title notification; %1 is a file&apos;s name</comment>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <comment>@action:button of a notification</comment>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>@action:button of a notification</comment>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::OfflineBar</name>
    <message>
        <source>No limit</source>
        <comment>@item instead of a size</comment>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source> GB</source>
        <comment>@item:valuesuffix gigabytes</comment>
        <translation> GB</translation>
    </message>
    <message>
        <source>Space for offline files</source>
        <comment>@label accessible name of the field for a size</comment>
        <translation>Platz für Offline-Dateien</translation>
    </message>
    <message>
        <source>Use at &amp;most</source>
        <comment>@label:spinbox in front of a size</comment>
        <translation>&amp;Höchstens verwenden</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) kept</source>
        <comment>@info how many files are kept offline</comment>
        <translation>
            <numerusform>%n Datei behalten</numerusform>
            <numerusform>%n Dateien behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 used on this computer</source>
        <comment>@info a size</comment>
        <translation>%1 auf diesem Computer belegt</translation>
    </message>
    <message numerus="yes">
        <source>%n not here yet (%1)</source>
        <comment>@info how many of them, and their size</comment>
        <translation>
            <numerusform>%n noch nicht hier (%1)</numerusform>
            <numerusform>%n noch nicht hier (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited and not on the server yet</source>
        <comment>@info how many files</comment>
        <translation>
            <numerusform>%n bearbeitet und noch nicht auf dem Server</numerusform>
            <numerusform>%n bearbeitet und noch nicht auf dem Server</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::OfflinePage</name>
    <message>
        <source>Offline storage</source>
        <comment>@title page of the settings</comment>
        <translation>Offline-Speicher</translation>
    </message>
    <message>
        <source>Files that you keep offline or opened lie on this computer, so that they open without a network.</source>
        <comment>@info</comment>
        <translation>Dateien, die Sie offline halten oder geöffnet haben, liegen auf diesem Computer und lassen sich ohne Netz öffnen.</translation>
    </message>
    <message>
        <source>Free up space</source>
        <comment>@action:button lets go of copies that were only opened</comment>
        <translation>Speicher freigeben</translation>
    </message>
    <message>
        <source>Used on this computer</source>
        <comment>@label how many bytes are kept</comment>
        <translation>Auf diesem Computer belegt</translation>
    </message>
    <message>
        <source>No limit</source>
        <comment>@item instead of a size</comment>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source> GB</source>
        <comment>@item:valuesuffix gigabytes</comment>
        <translation> GB</translation>
    </message>
    <message>
        <source>Use at most</source>
        <comment>@label:spinbox a size</comment>
        <translation>Höchstens belegen</translation>
    </message>
    <message>
        <source>At the limit, copies of files that you only opened go first, the longest unused before the others. What you keep offline never goes by itself; keeping more is refused until there is room.</source>
        <comment>@info what happens when the limit is reached</comment>
        <translation>An der Grenze gehen zuerst Kopien von Dateien, die Sie nur geöffnet haben, die am längsten ungenutzten zuerst. Was Sie offline halten, geht nie von selbst; mehr wird abgelehnt, bis Platz ist.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <comment>@action:button in the desktop&apos;s file manager</comment>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Where</source>
        <comment>@label the folder of what is kept</comment>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Not known</source>
        <comment>@info instead of a folder</comment>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>%1 free on this disk</source>
        <comment>@info %1 is a size</comment>
        <translation>%1 frei auf diesem Datenträger</translation>
    </message>
    <message>
        <source>Nothing: nobody is signed in.</source>
        <comment>@info instead of a size</comment>
        <translation>Nichts: Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>@info sizes: used, allowed</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) kept offline</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n Datei offline gehalten</numerusform>
            <numerusform>%n Dateien offline gehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 only opened</source>
        <comment>@info a size</comment>
        <translation>%1 nur geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>%n edited and not on the server yet</source>
        <comment>@info how many files</comment>
        <translation>
            <numerusform>%n bearbeitet und noch nicht auf dem Server</numerusform>
            <numerusform>%n bearbeitet und noch nicht auf dem Server</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything here is kept offline on your wish.</source>
        <comment>@info:tooltip</comment>
        <translation>Alles hier wird auf Ihren Wunsch offline gehalten.</translation>
    </message>
    <message>
        <source>Copies that were only opened are gone from this computer. The server has them.</source>
        <comment>@info</comment>
        <translation>Nur geöffnete Kopien sind von diesem Computer entfernt. Der Server hat sie.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PageList</name>
    <message>
        <source>Pages of the settings</source>
        <comment>accessible name of a list</comment>
        <translation>Seiten der Einstellungen</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PasswordField</name>
    <message>
        <source>Hide password</source>
        <comment>@action:button</comment>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show password</source>
        <comment>@action:button</comment>
        <translation>Passwort zeigen</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PathController</name>
    <message>
        <source>There is nothing called “%1” here. Check the letters, or search for it.</source>
        <translation>Hier gibt es nichts namens „%1“. Prüfen Sie die Schreibweise oder suchen Sie danach.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PathField</name>
    <message>
        <source>Path</source>
        <comment>@label accessible name of the field</comment>
        <translation>Pfad</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::Preview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <translation>Vorschau von %1</translation>
    </message>
    <message>
        <source>This is too large to be shown here.</source>
        <translation>Das ist zu groß, um hier gezeigt zu werden.</translation>
    </message>
    <message>
        <source>There is no preview of files of this kind.</source>
        <translation>Für Dateien dieser Art gibt es keine Vorschau.</translation>
    </message>
    <message>
        <source>Showing this took too long.</source>
        <translation>Die Anzeige hat zu lange gedauert.</translation>
    </message>
    <message>
        <source>The file could not be read. It is safe on the server.</source>
        <translation>Die Datei ließ sich nicht lesen. Auf dem Server ist sie sicher.</translation>
    </message>
    <message>
        <source>This file may be damaged, or is of an unusual kind.</source>
        <translation>Diese Datei ist vielleicht beschädigt oder von ungewöhnlicher Art.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
    <message>
        <source>Share link</source>
        <comment>@action:button</comment>
        <translation>Link teilen</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>@action:button</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open with another program (Enter)</source>
        <translation>Mit einem anderen Programm öffnen (Eingabe)</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>Vorschau schließen</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorherige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>← → other files · Space closes</source>
        <translation>← → andere Dateien · Leertaste schließt</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>← → other files · PgUp PgDn pages · Space closes</source>
        <translation>← → andere Dateien · Bild ↑ Bild ↓ Seiten · Leertaste schließt</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PreviewController</name>
    <message>
        <source>There is no preview of files of this kind.</source>
        <translation>Für Dateien dieser Art gibt es keine Vorschau.</translation>
    </message>
    <message>
        <source>You are offline, and this file is not on this computer. Choose Keep offline to have it here the next time.</source>
        <translation>Sie sind offline, und diese Datei ist nicht auf diesem Computer. Wählen Sie „Offline behalten“, damit sie beim nächsten Mal da ist.</translation>
    </message>
    <message>
        <source>This file is not on this computer.</source>
        <translation>Diese Datei ist nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>Fetch %1</source>
        <comment>@action:button a size</comment>
        <translation>%1 holen</translation>
    </message>
    <message>
        <source>Fetching the file…</source>
        <translation>Die Datei wird geholt…</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ProofDialog</name>
    <message>
        <source>Proof of upload</source>
        <comment>@title:window</comment>
        <translation>Upload-Nachweis</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>@action:button</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <comment>@action:button</comment>
        <translation>PDF speichern…</translation>
    </message>
    <message>
        <source>Save JSON…</source>
        <comment>@action:button the receipt, for programs</comment>
        <translation>JSON speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>@action:button</comment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>Checking… The server reads the file back before it signs. A large file takes a while; you can close this and come back.</source>
        <translation>Wird geprüft… Der Server liest die Datei zurück, bevor er signiert. Eine große Datei braucht eine Weile; Sie können dies schließen und später wiederkommen.</translation>
    </message>
    <message>
        <source>This copy differs from your file. Upload it again.</source>
        <translation>Diese Kopie weicht von Ihrer Datei ab. Laden Sie sie erneut hoch.</translation>
    </message>
    <message>
        <source>The server&apos;s proof does not stand up to the server&apos;s own keys. Do not rely on it, and tell whoever runs the server.</source>
        <translation>Der Nachweis des Servers hält seinen eigenen Schlüsseln nicht stand. Verlassen Sie sich nicht darauf, und sagen Sie es den Betreibern des Servers.</translation>
    </message>
    <message>
        <source>There is no proof of this file: it was on the server before the server made proofs. Upload it again to get one.</source>
        <translation>Für diese Datei gibt es keinen Nachweis: Sie war auf dem Server, bevor er Nachweise machte. Laden Sie sie erneut hoch, um einen zu bekommen.</translation>
    </message>
    <message>
        <source>There is one as soon as the file is uploaded.</source>
        <translation>Es gibt einen, sobald die Datei hochgeladen ist.</translation>
    </message>
    <message>
        <source>Whoever checks it saves the server&apos;s keys once, from %1, and then types: %2</source>
        <translation>Wer ihn prüft, speichert einmal die Schlüssel des Servers von %1 und gibt dann ein: %2</translation>
    </message>
    <message>
        <source>Save the proof as PDF</source>
        <comment>@title:window</comment>
        <translation>Nachweis als PDF speichern</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <comment>@title:window</comment>
        <translation>Beleg speichern</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Gespeichert als „%1“.</translation>
    </message>
    <message>
        <source>It could not be saved there. Choose another place.</source>
        <translation>Dort ließ sich nicht speichern. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ReportDialog</name>
    <message>
        <source>Self-check</source>
        <comment>@title:window</comment>
        <translation>Selbstprüfung</translation>
    </message>
    <message>
        <source>Report</source>
        <comment>@label accessible name of a text</comment>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>@action:button the whole report</comment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <comment>@action:button the report to a file</comment>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>@action:button</comment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <comment>@info:status</comment>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <comment>@title:window</comment>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Saved.</source>
        <comment>@info:status</comment>
        <translation>Gespeichert.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SearchBar</name>
    <message>
        <source>In</source>
        <comment>@action:button where to search</comment>
        <translation>In</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>@action:button which files to search for</comment>
        <translation>Art</translation>
    </message>
    <message>
        <source>Modified</source>
        <comment>@action:button which files to search for</comment>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>@action:button which files to search for</comment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Only offline</source>
        <comment>@option:check files to search for</comment>
        <translation>Nur offline</translation>
    </message>
    <message>
        <source>Names, and what is in files on this computer</source>
        <comment>@info what is searched</comment>
        <translation>Namen und der Inhalt von Dateien auf diesem Computer</translation>
    </message>
    <message>
        <source>PDF documents</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>PDF-Dokumente</translation>
    </message>
    <message>
        <source>Text documents</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Textdokumente</translation>
    </message>
    <message>
        <source>Spreadsheets</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Presentations</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Präsentationen</translation>
    </message>
    <message>
        <source>Images</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Videos</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Videos</translation>
    </message>
    <message>
        <source>Audio</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Source code</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Archives</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Plain text</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Any type</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Jeder Typ</translation>
    </message>
    <message>
        <source>Any time</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last day</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Last week</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>Last month</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Last year</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>Over a year ago</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>Vor über einem Jahr</translation>
    </message>
    <message>
        <source>Any size</source>
        <comment>@item:inmenu how large files are</comment>
        <translation>Jede Größe</translation>
    </message>
    <message>
        <source>Under %1</source>
        <comment>@item:inmenu how large files are</comment>
        <translation>Unter %1</translation>
    </message>
    <message>
        <source>Over %1</source>
        <comment>@item:inmenu how large files are</comment>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>In: All files</source>
        <comment>@item:inmenu where to search</comment>
        <translation>In: Alle Dateien</translation>
    </message>
    <message>
        <source>In: %1</source>
        <comment>@item:inmenu where to search; %1 is a folder</comment>
        <translation>In: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n or more results</source>
        <comment>@info how many were found</comment>
        <translation>
            <numerusform>%n oder mehr Ergebnisse</numerusform>
            <numerusform>%n oder mehr Ergebnisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <comment>@info how many were found</comment>
        <translation>
            <numerusform>%n Ergebnis</numerusform>
            <numerusform>%n Ergebnisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SearchField</name>
    <message>
        <source>Search</source>
        <comment>@label accessible name of the search field</comment>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <comment>@info:shortcut hint inside the empty search field</comment>
        <translation>Strg F</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <comment>@action:button accessible name</comment>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <comment>@title:window</comment>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ShareSection</name>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n Download</numerusform>
            <numerusform>%n Downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more link(s)</source>
        <translation>
            <numerusform>%n weiterer Link</numerusform>
            <numerusform>%n weitere Links</numerusform>
        </translation>
    </message>
    <message>
        <source>A file in trash cannot be shared.</source>
        <translation>Eine Datei im Papierkorb kann nicht geteilt werden.</translation>
    </message>
    <message>
        <source>A link can be made once the file is uploaded.</source>
        <translation>Ein Link kann erstellt werden, sobald die Datei hochgeladen ist.</translation>
    </message>
    <message>
        <source>A password has 8 to 72 characters.</source>
        <translation>Ein Passwort hat 8 bis 72 Zeichen.</translation>
    </message>
    <message>
        <source>Address of the link</source>
        <translation>Adresse des Links</translation>
    </message>
    <message>
        <source>Anyone with the link can download the file, without an account.</source>
        <translation>Wer den Link hat, kann die Datei herunterladen, auch ohne Konto.</translation>
    </message>
    <message>
        <source>Anyone with the link can download the file.</source>
        <translation>Wer den Link hat, kann die Datei herunterladen.</translation>
    </message>
    <message>
        <source>As it is</source>
        <comment>@item when a link ends</comment>
        <translation>Wie bisher</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie bisher</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>@action:button</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>@action:button when a link ends, and its password</comment>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Closed while the file is in trash.</source>
        <translation>Geschlossen, solange die Datei im Papierkorb ist.</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Den Link kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>@action:button</comment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Create link</source>
        <comment>@action:button</comment>
        <translation>Link erstellen</translation>
    </message>
    <message>
        <source>Ends</source>
        <comment>@label of a choice of times</comment>
        <translation>Endet</translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <comment>@item when a link ends</comment>
        <translation>
            <numerusform>In %n Tag</numerusform>
            <numerusform>In %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Link changed.</source>
        <translation>Link geändert.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Link kopiert.</translation>
    </message>
    <message>
        <source>Link created and copied.</source>
        <translation>Link erstellt und kopiert.</translation>
    </message>
    <message>
        <source>Link withdrawn. It opens nothing any more.</source>
        <translation>Link zurückgezogen. Er öffnet nichts mehr.</translation>
    </message>
    <message>
        <source>Never</source>
        <comment>@item when a link ends</comment>
        <translation>Nie</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Password of the link</source>
        <translation>Passwort des Links</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>@action:button</comment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Share link</source>
        <comment>@title of a section</comment>
        <translation>Link teilen</translation>
    </message>
    <message>
        <source>When the link ends</source>
        <translation>Wann der Link endet</translation>
    </message>
    <message>
        <source>Withdraw the link</source>
        <translation>Den Link zurückziehen</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <comment>@action:button a link, for good</comment>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>password</source>
        <comment>@info the link asks for one</comment>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Remove the password</source>
        <comment>@option:check</comment>
        <translation>Das Passwort entfernen</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ShortcutSheet</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Up one folder</source>
        <translation>Einen Ordner nach oben</translation>
    </message>
    <message>
        <source>Go to a name</source>
        <translation>Zu einem Namen springen</translation>
    </message>
    <message>
        <source>its first letters</source>
        <comment>what to type</comment>
        <translation>seine ersten Buchstaben</translation>
    </message>
    <message>
        <source>Extend the selection</source>
        <translation>Auswahl erweitern</translation>
    </message>
    <message>
        <source>Shift and arrows</source>
        <comment>keys</comment>
        <translation>Umschalt und Pfeile</translation>
    </message>
    <message>
        <source>Context menu</source>
        <translation>Kontextmenü</translation>
    </message>
    <message>
        <source>Transfers: pause or resume</source>
        <translation>Übertragungen: anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Transfers: cancel</source>
        <translation>Übertragungen: abbrechen</translation>
    </message>
    <message>
        <source>Transfers: retry</source>
        <translation>Übertragungen: wiederholen</translation>
    </message>
    <message>
        <source>Transfers: bring to the front</source>
        <translation>Übertragungen: nach vorn holen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SideBar</name>
    <message>
        <source>Places</source>
        <comment>@label accessible name of the side bar</comment>
        <translation>Orte</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SignInPage</name>
    <message>
        <source>Files you keep offline stay on this disk.</source>
        <comment>@info below a choice</comment>
        <translation>Offline behaltene Dateien bleiben auf dieser Platte.</translation>
    </message>
    <message>
        <source>Signs out and removes local copies when you quit.</source>
        <comment>@info below a choice</comment>
        <translation>Meldet beim Beenden ab und entfernt lokale Kopien.</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>@action:button next to the server&apos;s address</comment>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Server address</source>
        <comment>@label:textbox</comment>
        <translation>Serveradresse</translation>
    </message>
    <message>
        <source>Email</source>
        <comment>@label:textbox</comment>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>User name</source>
        <comment>@label:textbox</comment>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Full name (optional)</source>
        <comment>@label:textbox</comment>
        <translation>Vollständiger Name (freiwillig)</translation>
    </message>
    <message>
        <source>Password</source>
        <comment>@label:textbox</comment>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Keep me signed in on this computer</source>
        <comment>@option:radio</comment>
        <translation>Auf diesem Computer angemeldet bleiben</translation>
    </message>
    <message>
        <source>This is a shared computer</source>
        <comment>@option:radio</comment>
        <translation>Dies ist ein gemeinsamer Computer</translation>
    </message>
    <message>
        <source>Server:</source>
        <comment>@label in front of the server&apos;s address</comment>
        <translation>Server:</translation>
    </message>
    <message>
        <source>Create your account</source>
        <comment>@title</comment>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>Sign in to LearnLab</source>
        <comment>@title</comment>
        <translation>Bei LearnLab anmelden</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <comment>@info under the password field</comment>
        <translation>Mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>You have an account?</source>
        <comment>@info in front of a link</comment>
        <translation>Sie haben ein Konto?</translation>
    </message>
    <message>
        <source>New to LearnLab?</source>
        <comment>@info in front of a link</comment>
        <translation>Neu bei LearnLab?</translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>@action:button</comment>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Create account</source>
        <comment>@action:button</comment>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>Creating account…</source>
        <comment>@action:button while it works</comment>
        <translation>Konto wird angelegt…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <comment>@action:button while it works</comment>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>@action:button</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Enter the address of your LearnLab server.</source>
        <comment>@info under a field</comment>
        <translation>Geben Sie die Adresse Ihres LearnLab-Servers ein.</translation>
    </message>
    <message>
        <source>Enter your email address.</source>
        <comment>@info under a field</comment>
        <translation>Geben Sie Ihre E-Mail-Adresse ein.</translation>
    </message>
    <message>
        <source>Invitation code</source>
        <comment>@label:textbox</comment>
        <translation>Einladungscode</translation>
    </message>
    <message>
        <source>New accounts are by invitation here. Enter the code that you were given.</source>
        <comment>@info under a field</comment>
        <translation>Neue Konten gibt es hier auf Einladung. Geben Sie den Code ein, den Sie bekommen haben.</translation>
    </message>
    <message>
        <source>This invitation code is not valid.</source>
        <comment>@info under a field</comment>
        <translation>Dieser Einladungscode ist nicht gültig.</translation>
    </message>
    <message>
        <source>Choose a user name.</source>
        <comment>@info under a field</comment>
        <translation>Wählen Sie einen Benutzernamen.</translation>
    </message>
    <message>
        <source>Use at least %1 characters.</source>
        <comment>@info under a field</comment>
        <translation>Verwenden Sie mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <comment>@info under a field</comment>
        <translation>Geben Sie Ihr Passwort ein.</translation>
    </message>
    <message>
        <source>Settings</source>
        <comment>@action:button opens the settings</comment>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SpeedChoice</name>
    <message>
        <source>No limit</source>
        <comment>@item:inlistbox of speed</comment>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Custom</source>
        <comment>@item:inlistbox a limit of speed of one&apos;s own</comment>
        <translation>Eigener Wert</translation>
    </message>
    <message>
        <source>%1, megabytes per second</source>
        <comment>accessible name of a field, %1 is the name of the limit</comment>
        <translation>%1, Megabyte pro Sekunde</translation>
    </message>
    <message>
        <source> MB/s</source>
        <comment>@item:valuesuffix megabytes per second</comment>
        <translation> MB/s</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::StatusBar</name>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <comment>time of day</comment>
        <translation>Offline seit %1</translation>
    </message>
    <message>
        <source>nothing is lost</source>
        <translation>nichts ist verloren</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Reading the list of files…</source>
        <translation>Die Liste der Dateien wird gelesen…</translation>
    </message>
    <message>
        <source>Up to date, %1</source>
        <comment>day and time</comment>
        <translation>Auf dem neuesten Stand, %1</translation>
    </message>
    <message>
        <source>safe to close the lid</source>
        <translation>der Deckel kann zu</translation>
    </message>
    <message numerus="yes">
        <source>Transferring %n file(s)</source>
        <translation>
            <numerusform>%n Datei wird übertragen</numerusform>
            <numerusform>%n Dateien werden übertragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) paused</source>
        <translation>
            <numerusform>%n Übertragung angehalten</numerusform>
            <numerusform>%n Übertragungen angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n braucht Aufmerksamkeit</numerusform>
            <numerusform>%n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n Änderung wartet</numerusform>
            <numerusform>%n Änderungen warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Objekt</numerusform>
            <numerusform>%n Objekte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ThemeChoice</name>
    <message>
        <source>As the desktop</source>
        <comment>@option:radio a theme</comment>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>@option:radio a theme</comment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>@option:radio a theme</comment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Theme</source>
        <comment>@title:group light or dark</comment>
        <translation>Farbschema</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TopBar</name>
    <message>
        <source>Back</source>
        <comment>@action:button</comment>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <comment>@action:button</comment>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Search</source>
        <comment>@action:button</comment>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Sort</source>
        <comment>@action:button</comment>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>New folder</source>
        <comment>@action:button</comment>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>@action:button</comment>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>@item:inmenu sort by</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>@item:inmenu sort by</comment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>@item:inmenu sort by</comment>
        <translation>Art</translation>
    </message>
    <message>
        <source>Modified</source>
        <comment>@item:inmenu sort by</comment>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Ascending</source>
        <comment>@item:inmenu sort order</comment>
        <translation>Aufsteigend</translation>
    </message>
    <message>
        <source>Descending</source>
        <comment>@item:inmenu sort order</comment>
        <translation>Absteigend</translation>
    </message>
    <message>
        <source>Files…</source>
        <comment>@item:inmenu upload</comment>
        <translation>Dateien…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <comment>@item:inmenu upload</comment>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <comment>@action:button accessible name; %1 is a column</comment>
        <translation>Sortiert nach %1</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransferController</name>
    <message>
        <source>Where is “%1” now?</source>
        <translation>Wo ist „%1“ jetzt?</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Höchstgeschwindigkeit</translation>
    </message>
    <message>
        <source>Upload at most this many MB/s (0: no limit)</source>
        <translation>Höchstens so viele MB/s hochladen (0: keine Grenze)</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransferDelegate</name>
    <message>
        <source>Cancel</source>
        <comment>a transfer</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>a transfer</comment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <comment>a transfer</comment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>a transfer</comment>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Review</source>
        <comment>@action:link</comment>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>@action:link</comment>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Open browser</source>
        <comment>@action:link</comment>
        <translation>Browser öffnen</translation>
    </message>
    <message>
        <source>Transfer anyway</source>
        <comment>@action:link</comment>
        <translation>Trotzdem übertragen</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <comment>@action:link</comment>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Show file</source>
        <comment>@action:link</comment>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Upload here</source>
        <comment>@action:link, into the folder that is open</comment>
        <translation>Hierher hochladen</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransferTreeModel</name>
    <message>
        <source>%1 needed, %2 free on the server.</source>
        <comment>two sizes</comment>
        <translation>%1 nötig, %2 frei auf dem Server.</translation>
    </message>
    <message>
        <source>%1 needed, %2 free</source>
        <comment>two sizes: of a file, and on the server</comment>
        <translation>%1 nötig, %2 frei</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes done, bytes in all</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>In the queue</source>
        <comment>state of a transfer</comment>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Reading…</source>
        <comment>state of a transfer</comment>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <comment>state of a transfer</comment>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>state of a transfer</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>state of a transfer</comment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>state of a transfer</comment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>state of a transfer</comment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of a row in the list</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <comment>title over failed transfers</comment>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n file(s)</source>
        <comment>transfers that are done, of all of a group</comment>
        <translation>
            <numerusform>%1 von %n Datei</numerusform>
            <numerusform>%1 von %n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransfersPage</name>
    <message>
        <source>Transfers</source>
        <comment>@title page of the settings</comment>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Upload at most</source>
        <comment>@label of a limit of speed</comment>
        <translation>Hochladen mit höchstens</translation>
    </message>
    <message>
        <source>Download at most</source>
        <comment>@label of a limit of speed</comment>
        <translation>Herunterladen mit höchstens</translation>
    </message>
    <message>
        <source>Speed</source>
        <comment>@title:group of settings</comment>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>All uploads together. What is under way follows at once.</source>
        <comment>@info below a limit of speed</comment>
        <translation>Alle Uploads zusammen. Laufende folgen sofort.</translation>
    </message>
    <message>
        <source>All downloads together.</source>
        <comment>@info below a limit of speed</comment>
        <translation>Alle Downloads zusammen.</translation>
    </message>
    <message>
        <source>Network</source>
        <comment>@title:group of settings</comment>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Transfer over metered networks</source>
        <comment>@option:check</comment>
        <translation>Über getaktete Netzwerke übertragen</translation>
    </message>
    <message>
        <source>A phone&apos;s hotspot, for example. Otherwise transfers wait there until you let them go on.</source>
        <comment>@info below the check box about metered networks</comment>
        <translation>Zum Beispiel der Hotspot eines Telefons. Sonst warten Übertragungen dort, bis Sie sie weiterlaufen lassen.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransfersPanel</name>
    <message>
        <source>Active</source>
        <comment>tab of the transfers</comment>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>tab of the transfers</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>tab of the transfers</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>tab of the transfers</comment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Transfers</source>
        <comment>title of the panel</comment>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Höchstgeschwindigkeit</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Pause or resume all</source>
        <translation>Alle anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>finished transfers</comment>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Close transfers</source>
        <translation>Übertragungen schließen</translation>
    </message>
    <message>
        <source>Upload speed limit</source>
        <comment>@title:menu</comment>
        <translation>Grenze für Uploads</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Custom…</source>
        <comment>a limit of speed</comment>
        <translation>Eigene…</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <comment>%1 is a speed</comment>
        <translation>Grenze: %1</translation>
    </message>
    <message>
        <source>Upload speed limit: %1</source>
        <translation>Grenze für Uploads: %1</translation>
    </message>
    <message>
        <source>Nothing is being transferred</source>
        <translation>Nichts wird übertragen</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Nothing went wrong</source>
        <translation>Nichts ist schiefgegangen</translation>
    </message>
    <message>
        <source>Finished transfers appear here</source>
        <translation>Hier erscheinen fertige Übertragungen</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Space pauses or resumes, Delete cancels, R retries, F brings to the front</source>
        <translation>Leertaste hält an oder setzt fort, Entf bricht ab, R wiederholt, F holt nach vorn</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n transfer(s)</source>
        <comment>tab</comment>
        <translation>
            <numerusform>%1, %n Übertragung</numerusform>
            <numerusform>%1, %n Übertragungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Safe to close the lid</source>
        <translation>Der Deckel kann zu</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>a transfer</comment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <comment>a transfer</comment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>a transfer</comment>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Bring to the front</source>
        <comment>a transfer</comment>
        <translation>Nach vorn holen</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>a transfer</comment>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TrashBar</name>
    <message>
        <source>The server deletes for good what has been here for long.</source>
        <comment>@info above the trash</comment>
        <translation>Was hier lange liegt, löscht der Server endgültig.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TrashController</name>
    <message>
        <source>Delete “%1” permanently?</source>
        <translation>„%1“ endgültig löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n item(s) permanently?</source>
        <translation>
            <numerusform>%n Objekt endgültig löschen?</numerusform>
            <numerusform>%n Objekte endgültig löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <comment>@action:button</comment>
        <translation>Endgültig löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n item(s) in the trash permanently?</source>
        <translation>
            <numerusform>%n Objekt im Papierkorb endgültig löschen?</numerusform>
            <numerusform>Alle %n Objekte im Papierkorb endgültig löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty trash</source>
        <comment>@action:button</comment>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>This cannot be undone. A folder goes with everything that is in it.</source>
        <translation>Das lässt sich nicht rückgängig machen. Ein Ordner verschwindet mit allem, was darin ist.</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n item(s) permanently.</source>
        <translation>
            <numerusform>%n Objekt endgültig gelöscht.</numerusform>
            <numerusform>%n Objekte endgültig gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be deleted.</source>
        <translation>
            <numerusform>%n Objekt konnte nicht gelöscht werden.</numerusform>
            <numerusform>%n Objekte konnten nicht gelöscht werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::Tray</name>
    <message numerus="yes">
        <source>%n item(s) need attention</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>
            <numerusform>%n Element braucht Sie</numerusform>
            <numerusform>%n Elemente brauchen Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) under way, %1 %</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>
            <numerusform>%n Datei unterwegs, %1 %</numerusform>
            <numerusform>%n Dateien unterwegs, %1 %</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>Offline</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>
            <numerusform>%n Datei wartet</numerusform>
            <numerusform>%n Dateien warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Up to date</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>Alles aktuell</translation>
    </message>
    <message>
        <source>Open LearnLab</source>
        <comment>@action:inmenu of the icon in the tray</comment>
        <translation>LearnLab öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <comment>@action:inmenu of the icon in the tray</comment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Pause all</source>
        <comment>@action:inmenu of the icon in the tray</comment>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Resume all</source>
        <comment>@action:inmenu of the icon in the tray</comment>
        <translation>Alle fortsetzen</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::UploadQuestion</name>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n folder(s).</source>
        <comment>%1 is a size</comment>
        <translation>
            <numerusform>%1 in %n Ordner.</numerusform>
            <numerusform>%1 in %n Ordnern.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is room for %1 on the server. What does not fit stays safe on this computer.</source>
        <translation>Auf dem Server ist Platz für %1. Was nicht passt, bleibt auf diesem Computer sicher.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) cannot be used on Windows, first “%1”.</source>
        <translation>
            <numerusform>%n Name ist unter Windows nicht möglich, zuerst „%1“.</numerusform>
            <numerusform>%n Namen sind unter Windows nicht möglich, zuerst „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) cannot be uploaded, first “%1”.</source>
        <translation>
            <numerusform>%n Objekt lässt sich nicht hochladen, zuerst „%1“.</numerusform>
            <numerusform>%n Objekte lassen sich nicht hochladen, zuerst „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names are there already, first “%1”. The same content is not sent again; where it differs:</source>
        <translation>
            <numerusform>%n Datei dieses Namens ist schon da, zuerst „%1“. Gleicher Inhalt wird nicht noch einmal gesendet; wo er abweicht:</numerusform>
            <numerusform>%n Dateien dieser Namen sind schon da, zuerst „%1“. Gleicher Inhalt wird nicht noch einmal gesendet; wo er abweicht:</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep both: yours get a new name</source>
        <translation>Beide behalten: Ihre bekommen einen neuen Namen</translation>
    </message>
    <message>
        <source>Replace: the server&apos;s copies go to the trash</source>
        <translation>Ersetzen: die Kopien des Servers kommen in den Papierkorb</translation>
    </message>
    <message>
        <source>Ask me for each</source>
        <translation>Bei jeder fragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Upload what fits</source>
        <translation>Hochladen, was passt</translation>
    </message>
    <message numerus="yes">
        <source>Upload %Ln file(s) to “%1”?</source>
        <translation>
            <numerusform>%Ln Datei nach „%1“ hochladen?</numerusform>
            <numerusform>%Ln Dateien nach „%1“ hochladen?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ViewSwitch</name>
    <message>
        <source>List</source>
        <comment>@action:button</comment>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Grid</source>
        <comment>@action:button</comment>
        <translation>Kacheln</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Files are being transferred</source>
        <translation>Dateien werden übertragen</translation>
    </message>
    <message>
        <source>Your files on a LearnLab server, also without a network.</source>
        <translation>Ihre Dateien auf einem LearnLab-Server, auch ohne Netz.</translation>
    </message>
    <message>
        <source>Keep everything in this folder.</source>
        <translation>Alles in diesem Ordner behalten.</translation>
    </message>
    <message>
        <source>The address shown on the sign-in page.</source>
        <translation>Die Adresse, die auf der Anmeldeseite steht.</translation>
    </message>
    <message>
        <source>Trust the certificate authorities in this PEM file.</source>
        <translation>Den Zertifizierungsstellen in dieser PEM-Datei vertrauen.</translation>
    </message>
    <message>
        <source>Upload these files and folders, or show what a learnlab: link leads to.</source>
        <translation>Diese Dateien und Ordner hochladen, oder zeigen, wohin ein learnlab:-Link führt.</translation>
    </message>
</context>
</TS>
