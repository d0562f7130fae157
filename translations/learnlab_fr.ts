<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>BannerMessage</name>
    <message>
        <source>The keychain did not give your sign-in.</source>
        <translation>Le trousseau de clés n’a pas donné votre connexion.</translation>
    </message>
    <message>
        <source>Your session ended.</source>
        <translation>Votre session a pris fin.</translation>
    </message>
    <message>
        <source>Unlock it or sign in; uploads keep their place.</source>
        <translation>Déverrouillez-le ou connectez-vous&#xa0;; les envois gardent leur avancement.</translation>
    </message>
    <message>
        <source>Uploads are paused and keep their place.</source>
        <translation>Les envois sont en pause et gardent leur avancement.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) will be sent when the network is back.</source>
        <translation>
            <numerusform>%n modification sera envoyée au retour du réseau.</numerusform>
            <numerusform>%n modifications seront envoyées au retour du réseau.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is kept on this computer can be opened; the rest can be browsed.</source>
        <translation>Ce qui est gardé sur cet ordinateur peut être ouvert&#xa0;; le reste peut être parcouru.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message numerus="yes">
        <source>Show %n change(s)</source>
        <translation>
            <numerusform>Afficher %n modification</numerusform>
            <numerusform>Afficher %n modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>Vous êtes hors ligne.</translation>
    </message>
    <message>
        <source>This computer has no keychain that answers.</source>
        <translation>Aucun trousseau de clés ne répond sur cet ordinateur.</translation>
    </message>
    <message>
        <source>You stay signed in until you quit; then sign in again.</source>
        <translation>Vous restez connecté jusqu’à la fermeture&#xa0;; ensuite, reconnectez-vous.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>No connection</source>
        <translation>Pas de connexion</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Le serveur est injoignable.</translation>
    </message>
    <message>
        <source>Nothing is lost; everything goes on when the network is back.</source>
        <translation>Rien n’est perdu&#xa0;; tout reprend au retour du réseau.</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Le serveur n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>Nothing is lost; it is tried again by itself.</source>
        <translation>Rien n’est perdu&#xa0;; un nouvel essai se fait tout seul.</translation>
    </message>
    <message>
        <source>Identity not confirmed</source>
        <translation>Identité non confirmée</translation>
    </message>
    <message>
        <source>This server&apos;s identity could not be confirmed.</source>
        <translation>L’identité de ce serveur n’a pas pu être confirmée.</translation>
    </message>
    <message>
        <source>Your password was not sent. Check the address or ask your university.</source>
        <translation>Votre mot de passe n’a pas été envoyé. Vérifiez l’adresse ou demandez à votre université.</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Non chiffré</translation>
    </message>
    <message>
        <source>This address is not encrypted.</source>
        <translation>Cette adresse n’est pas chiffrée.</translation>
    </message>
    <message>
        <source>Your password was not sent. Use an address that begins with https.</source>
        <translation>Votre mot de passe n’a pas été envoyé. Utilisez une adresse qui commence par https.</translation>
    </message>
    <message>
        <source>Not a LearnLab server</source>
        <translation>Pas un serveur LearnLab</translation>
    </message>
    <message>
        <source>There is no LearnLab server at this address.</source>
        <translation>Il n’y a pas de serveur LearnLab à cette adresse.</translation>
    </message>
    <message>
        <source>Strange answer</source>
        <translation>Réponse étrange</translation>
    </message>
    <message>
        <source>The server sent an answer that makes no sense.</source>
        <translation>La réponse du serveur n’a pas de sens.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again later.</source>
        <translation>Rien n’a été changé. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>Network sign-in</source>
        <translation>Connexion au réseau</translation>
    </message>
    <message>
        <source>This network wants you to sign in on its own page first.</source>
        <translation>Ce réseau demande d’abord de se connecter sur sa propre page.</translation>
    </message>
    <message>
        <source>Open any page in your browser and sign in there; then it goes on by itself.</source>
        <translation>Ouvrez une page quelconque dans votre navigateur et connectez-vous-y&#xa0;; la suite se fait toute seule.</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>Réseau facturé</translation>
    </message>
    <message>
        <source>Transfers wait because this network may cost money.</source>
        <translation>Les transferts attendent parce que ce réseau peut coûter de l’argent.</translation>
    </message>
    <message>
        <source>They go on by themselves on another network, or when you allow it.</source>
        <translation>Ils reprennent tout seuls sur un autre réseau, ou si vous l’autorisez.</translation>
    </message>
    <message>
        <source>Unknown host</source>
        <translation>Hôte inconnu</translation>
    </message>
    <message>
        <source>The server named a host that it does not vouch for.</source>
        <translation>Le serveur a nommé un hôte dont il ne répond pas.</translation>
    </message>
    <message>
        <source>Nothing was sent there. Tell your university.</source>
        <translation>Rien n’y a été envoyé. Prévenez votre université.</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Vous n’êtes pas connecté.</translation>
    </message>
    <message>
        <source>Sign in to go on.</source>
        <translation>Connectez-vous pour continuer.</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>Mot de passe incorrect</translation>
    </message>
    <message>
        <source>Email or password is not right.</source>
        <translation>L’adresse ou le mot de passe n’est pas juste.</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Session terminée</translation>
    </message>
    <message>
        <source>Your session ended.</source>
        <translation>Votre session a pris fin.</translation>
    </message>
    <message>
        <source>Uploads are paused and keep their place. Sign in to go on.</source>
        <translation>Les envois sont en pause et gardent leur avancement. Connectez-vous pour continuer.</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Pas d’accès</translation>
    </message>
    <message>
        <source>You have no right to do this.</source>
        <translation>Vous n’avez pas le droit de faire cela.</translation>
    </message>
    <message>
        <source>Ask the owner for access.</source>
        <translation>Demandez l’accès au propriétaire.</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Non inscrit</translation>
    </message>
    <message>
        <source>The account could not be made.</source>
        <translation>Le compte n’a pas pu être créé.</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>Cela n’existe plus.</translation>
    </message>
    <message>
        <source>It may have been deleted on another computer.</source>
        <translation>Cela a peut-être été supprimé sur un autre ordinateur.</translation>
    </message>
    <message>
        <source>Name taken</source>
        <translation>Nom déjà pris</translation>
    </message>
    <message>
        <source>Something of this name is here already.</source>
        <translation>Quelque chose porte déjà ce nom ici.</translation>
    </message>
    <message>
        <source>Nothing was replaced. Choose another name.</source>
        <translation>Rien n’a été remplacé. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Name not allowed</source>
        <translation>Nom non permis</translation>
    </message>
    <message>
        <source>This name is not allowed.</source>
        <translation>Ce nom n’est pas permis.</translation>
    </message>
    <message>
        <source>A name has 1 to 255 characters and no slash. Choose another name.</source>
        <translation>Un nom a de 1 à 255 caractères et pas de barre oblique. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Changed elsewhere</source>
        <translation>Modifié ailleurs</translation>
    </message>
    <message>
        <source>It was changed on another computer meanwhile.</source>
        <translation>Cela a été modifié entre-temps sur un autre ordinateur.</translation>
    </message>
    <message>
        <source>Your change was not made. Look at it and decide again.</source>
        <translation>Votre modification n’a pas été faite. Regardez, puis décidez à nouveau.</translation>
    </message>
    <message>
        <source>Into itself</source>
        <translation>Dans lui-même</translation>
    </message>
    <message>
        <source>A folder cannot be moved into itself.</source>
        <translation>Un dossier ne peut pas être déplacé dans lui-même.</translation>
    </message>
    <message>
        <source>Folder gone</source>
        <translation>Dossier disparu</translation>
    </message>
    <message>
        <source>The folder is no longer there.</source>
        <translation>Le dossier n’existe plus.</translation>
    </message>
    <message>
        <source>Your file is safe. Choose another folder.</source>
        <translation>Votre fichier est en sûreté. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Impossible</translation>
    </message>
    <message>
        <source>An earlier change that this one needs was refused.</source>
        <translation>Une modification antérieure dont celle-ci dépend a été refusée.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Reading anew</source>
        <translation>Relecture</translation>
    </message>
    <message>
        <source>The server was restored; the list is read anew.</source>
        <translation>Le serveur a été restauré&#xa0;; la liste est relue.</translation>
    </message>
    <message>
        <source>The server refused to repeat this change.</source>
        <translation>Le serveur a refusé de répéter cette modification.</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Trop grand</translation>
    </message>
    <message>
        <source>This file is larger than the server allows.</source>
        <translation>Ce fichier est plus grand que ce que le serveur permet.</translation>
    </message>
    <message>
        <source>Your file is safe on this computer.</source>
        <translation>Votre fichier est en sûreté sur cet ordinateur.</translation>
    </message>
    <message>
        <source>No space</source>
        <translation>Pas de place</translation>
    </message>
    <message>
        <source>Not enough space on the server.</source>
        <translation>Il n’y a pas assez de place sur le serveur.</translation>
    </message>
    <message>
        <source>Your file is safe on this computer. It goes on by itself when there is room.</source>
        <translation>Votre fichier est en sécurité sur cet ordinateur. Le transfert reprendra de lui-même dès qu’il y aura de la place.</translation>
    </message>
    <message>
        <source>Server full</source>
        <translation>Serveur plein</translation>
    </message>
    <message>
        <source>The server&apos;s storage is full.</source>
        <translation>Le stockage du serveur est plein.</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Diffère</translation>
    </message>
    <message>
        <source>The copy on the server did not match your file, so it was not kept.</source>
        <translation>La copie sur le serveur ne correspondait pas à votre fichier et n’a pas été gardée.</translation>
    </message>
    <message>
        <source>Your file is safe. Retry.</source>
        <translation>Votre fichier est en sûreté. Réessayez.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>The server no longer knows this upload.</source>
        <translation>Le serveur ne connaît plus cet envoi.</translation>
    </message>
    <message>
        <source>The server no longer takes this upload.</source>
        <translation>Le serveur n’accepte plus cet envoi.</translation>
    </message>
    <message>
        <source>Link expired</source>
        <translation>Lien expiré</translation>
    </message>
    <message>
        <source>The link to the store has expired.</source>
        <translation>Le lien vers le stockage a expiré.</translation>
    </message>
    <message>
        <source>A new one is asked for by itself.</source>
        <translation>Un nouveau est demandé tout seul.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>The server did not accept the request.</source>
        <translation>Le serveur n’a pas accepté la demande.</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>Trop d’essais</translation>
    </message>
    <message>
        <source>There were too many tries.</source>
        <translation>Il y a eu trop d’essais.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Attendez un moment, puis réessayez.</translation>
    </message>
    <message>
        <source>Server busy</source>
        <translation>Serveur occupé</translation>
    </message>
    <message>
        <source>The server is busy or being maintained.</source>
        <translation>Le serveur est occupé ou en maintenance.</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Erreur du serveur</translation>
    </message>
    <message>
        <source>The server had a problem.</source>
        <translation>Le serveur a eu un problème.</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Ce fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>It was left as it is. Check its permissions, then retry.</source>
        <translation>Il a été laissé tel quel. Vérifiez ses droits, puis réessayez.</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Disparu</translation>
    </message>
    <message>
        <source>This file is no longer on this computer.</source>
        <translation>Ce fichier n’est plus sur cet ordinateur.</translation>
    </message>
    <message>
        <source>What was uploaded before is untouched.</source>
        <translation>Ce qui a été envoyé auparavant est intact.</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Modifié entre-temps</translation>
    </message>
    <message>
        <source>This file changed while it was uploading.</source>
        <translation>Ce fichier a changé pendant son envoi.</translation>
    </message>
    <message>
        <source>The older version was not saved. Upload the new one?</source>
        <translation>L’ancienne version n’a pas été enregistrée. Envoyer la nouvelle&#xa0;?</translation>
    </message>
    <message>
        <source>Not a file</source>
        <translation>Pas un fichier</translation>
    </message>
    <message>
        <source>This is not a file that can be uploaded.</source>
        <translation>Ce n’est pas un fichier que l’on peut envoyer.</translation>
    </message>
    <message>
        <source>The others go on.</source>
        <translation>Les autres continuent.</translation>
    </message>
    <message>
        <source>This name cannot be used on the server.</source>
        <translation>Ce nom ne peut pas être utilisé sur le serveur.</translation>
    </message>
    <message>
        <source>Rename the file, then upload it again.</source>
        <translation>Renommez le fichier, puis envoyez-le à nouveau.</translation>
    </message>
    <message>
        <source>Exists already</source>
        <translation>Existe déjà</translation>
    </message>
    <message>
        <source>A file of this name is there already.</source>
        <translation>Un fichier de ce nom est déjà là.</translation>
    </message>
    <message>
        <source>It was not replaced.</source>
        <translation>Il n’a pas été remplacé.</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Disque plein</translation>
    </message>
    <message>
        <source>This computer is full.</source>
        <translation>Cet ordinateur est plein.</translation>
    </message>
    <message>
        <source>The file is safe on the server. Free space, then try again.</source>
        <translation>Le fichier est en sûreté sur le serveur. Libérez de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>Disk error</source>
        <translation>Erreur de disque</translation>
    </message>
    <message>
        <source>The disk of this computer did not work.</source>
        <translation>Le disque de cet ordinateur n’a pas fonctionné.</translation>
    </message>
    <message>
        <source>Check it, then try again.</source>
        <translation>Vérifiez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>Drive gone</source>
        <translation>Lecteur absent</translation>
    </message>
    <message>
        <source>The drive with this file is not connected.</source>
        <translation>Le lecteur qui contient ce fichier n’est pas branché.</translation>
    </message>
    <message>
        <source>Connect it again; then it goes on by itself.</source>
        <translation>Rebranchez-le&#xa0;; la suite se fait toute seule.</translation>
    </message>
    <message>
        <source>List damaged</source>
        <translation>Liste endommagée</translation>
    </message>
    <message>
        <source>The list of files on this computer was damaged.</source>
        <translation>La liste des fichiers sur cet ordinateur était endommagée.</translation>
    </message>
    <message>
        <source>It is made anew; your uploads and changes are kept.</source>
        <translation>Elle est refaite&#xa0;; vos envois et modifications sont conservés.</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>Version plus récente</translation>
    </message>
    <message>
        <source>A newer version of this program was used here.</source>
        <translation>Une version plus récente de ce programme a été utilisée ici.</translation>
    </message>
    <message>
        <source>Update this program to go on.</source>
        <translation>Mettez ce programme à jour pour continuer.</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Pas de trousseau</translation>
    </message>
    <message>
        <source>This computer has no keychain that answers.</source>
        <translation>Aucun trousseau de clés ne répond sur cet ordinateur.</translation>
    </message>
    <message>
        <source>You stay signed in until you quit; then sign in again.</source>
        <translation>Vous restez connecté jusqu’à la fermeture&#xa0;; ensuite, reconnectez-vous.</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Trousseau verrouillé</translation>
    </message>
    <message>
        <source>The keychain of this computer is locked.</source>
        <translation>Le trousseau de clés de cet ordinateur est verrouillé.</translation>
    </message>
    <message>
        <source>Unlock it or sign in.</source>
        <translation>Déverrouillez-le ou connectez-vous.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En cours d’utilisation</translation>
    </message>
    <message>
        <source>Another LearnLab program is using this profile.</source>
        <translation>Un autre programme LearnLab utilise ce profil.</translation>
    </message>
    <message>
        <source>Close it first.</source>
        <translation>Fermez-le d’abord.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Cela a été annulé.</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Défaut</translation>
    </message>
    <message>
        <source>Something went wrong inside LearnLab.</source>
        <translation>Quelque chose s’est mal passé dans LearnLab.</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again.</source>
        <translation>Rien n’est perdu. Réessayez.</translation>
    </message>
    <message>
        <source>Not empty</source>
        <translation>Non vide</translation>
    </message>
    <message>
        <source>Something is in this folder by now.</source>
        <translation>Ce dossier contient maintenant quelque chose.</translation>
    </message>
    <message>
        <source>Move it out first, or move the folder to trash.</source>
        <translation>Déplacez-le d’abord, ou mettez le dossier à la corbeille.</translation>
    </message>
    <message>
        <source>Content gone</source>
        <translation>Contenu disparu</translation>
    </message>
    <message>
        <source>What this file held before is not in the trash any more.</source>
        <translation>Ce que ce fichier contenait avant n’est plus dans la corbeille.</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>Le fichier a été laissé tel quel.</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Ne tient pas</translation>
    </message>
    <message>
        <source>This is more than may be kept on this computer.</source>
        <translation>C’est plus que ce qui peut être conservé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Allow more under “Available offline”, or keep less.</source>
        <translation>Autorisez davantage sous «&#xa0;Disponible hors ligne&#xa0;», ou conservez moins.</translation>
    </message>
    <message>
        <source>Kept with its folder</source>
        <translation>Conservé avec son dossier</translation>
    </message>
    <message>
        <source>A folder above this is kept offline.</source>
        <translation>Un dossier parent est conservé hors ligne.</translation>
    </message>
    <message>
        <source>Stop keeping that folder instead.</source>
        <translation>Cessez plutôt de conserver ce dossier.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Nothing can be written to this drive.</source>
        <translation>Rien ne peut être écrit sur ce disque.</translation>
    </message>
    <message>
        <source>The file is safe on the server. Choose another folder, or allow writing, then retry.</source>
        <translation>Le fichier est en sécurité sur le serveur. Choisissez un autre dossier ou autorisez l’écriture, puis réessayez.</translation>
    </message>
    <message>
        <source>Too large for the drive</source>
        <translation>Trop gros pour le disque</translation>
    </message>
    <message>
        <source>This drive cannot hold a file of this size.</source>
        <translation>Ce disque ne peut pas contenir un fichier de cette taille.</translation>
    </message>
    <message>
        <source>The file is safe on the server. Choose a folder on another drive.</source>
        <translation>Le fichier est en sécurité sur le serveur. Choisissez un dossier sur un autre disque.</translation>
    </message>
    <message>
        <source>Computer busy</source>
        <translation>Ordinateur occupé</translation>
    </message>
    <message>
        <source>This computer has too much open at the moment.</source>
        <translation>Trop de choses sont ouvertes sur cet ordinateur en ce moment.</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>PDF document</source>
        <translation>Document PDF</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Document Word</translation>
    </message>
    <message>
        <source>Text document</source>
        <translation>Document texte</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Feuille de calcul</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>Tableau CSV</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>Présentation</translation>
    </message>
    <message>
        <source>JPEG image</source>
        <translation>Image JPEG</translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation>Image PNG</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>ZIP archive</source>
        <translation>Archive ZIP</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Script Python</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Carnet</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>Code source</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Retry</source>
        <comment>@action:link in the status column, sends a failed file again</comment>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Review</source>
        <comment>@action:link in the status column, shows both versions of a file</comment>
        <translation>Examiner</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <comment>size of a file</comment>
        <translation>
            <numerusform>%n octet</numerusform>
            <numerusform>%n octets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 Ko</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 Mo</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 Go</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 To</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>number of things in a folder</comment>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>Today, %1</source>
        <comment>time of day follows</comment>
        <translation>Aujourd’hui, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <comment>time of day follows</comment>
        <translation>Hier, %1</translation>
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
        <translation>encore %1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s left</source>
        <translation>encore %1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>encore %1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>encore %1 h %2 min</translation>
    </message>
    <message>
        <source>%1 used</source>
        <comment>storage</comment>
        <translation>%1 utilisés</translation>
    </message>
    <message>
        <source>%1 of %2 used</source>
        <comment>storage</comment>
        <translation>%1 utilisés sur %2</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Drop your first files here</source>
        <translation>Déposez ici vos premiers fichiers</translation>
    </message>
    <message>
        <source>Drag files or whole folders from your desktop into this window.</source>
        <translation>Glissez des fichiers ou des dossiers entiers du bureau dans cette fenêtre.</translation>
    </message>
    <message>
        <source>Upload files</source>
        <translation>Envoyer des fichiers</translation>
    </message>
    <message>
        <source>Upload folder</source>
        <translation>Envoyer un dossier</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>envoyer</translation>
    </message>
    <message>
        <source>new folder</source>
        <translation>nouveau dossier</translation>
    </message>
    <message>
        <source>search</source>
        <translation>rechercher</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Available offline</source>
        <translation>Disponibles hors ligne</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Résultats de la recherche</translation>
    </message>
    <message>
        <source>This folder is empty. Drop files to upload</source>
        <translation>Ce dossier est vide. Déposez des fichiers pour les envoyer</translation>
    </message>
    <message>
        <source>Nothing recent</source>
        <translation>Rien de récent</translation>
    </message>
    <message>
        <source>Files you upload or change appear here</source>
        <translation>Les fichiers que vous envoyez ou modifiez apparaissent ici</translation>
    </message>
    <message>
        <source>Nothing is kept offline</source>
        <translation>Rien n’est gardé hors ligne</translation>
    </message>
    <message>
        <source>Choose Keep offline on a file and it stays on this computer</source>
        <translation>Choisissez «&#xa0;Garder hors ligne&#xa0;» sur un fichier et il reste sur cet ordinateur</translation>
    </message>
    <message>
        <source>Trash is empty</source>
        <translation>La corbeille est vide</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>Par type</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Les plus gros</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Aucun fichier pour l’instant</translation>
    </message>
    <message>
        <source>The files of all your folders appear here</source>
        <translation>Les fichiers de tous vos dossiers apparaissent ici</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>Rien trouvé pour «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Names are searched, and what is in files on this computer. Narrow it by type:pdf, since:7d, larger:10M, in:/Notes or is:offline</source>
        <translation>La recherche porte sur les noms et sur le contenu des fichiers de cet ordinateur. Précisez-la avec type:pdf, since:7d, larger:10M, in:/Notes ou is:offline</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>Proof of upload</source>
        <translation>Preuve d’envoi</translation>
    </message>
    <message>
        <source>How to check it</source>
        <translation>Comment la vérifier</translation>
    </message>
    <message>
        <source>Save the attachment of this document, receipt.json. Most readers show it under a paper clip.</source>
        <translation>Enregistrez la pièce jointe de ce document, receipt.json. La plupart des lecteurs la montrent sous un trombone.</translation>
    </message>
    <message>
        <source>Save the server&apos;s keys as keys.json, once, from this address:</source>
        <translation>Enregistrez une fois les clés du serveur sous keys.json, depuis cette adresse&#xa0;:</translation>
    </message>
    <message>
        <source>Type this where the files are; no account and no network is needed:</source>
        <translation>Tapez ceci là où sont les fichiers&#xa0;; ni compte ni réseau ne sont nécessaires&#xa0;:</translation>
    </message>
    <message>
        <source>The printed page alone proves nothing: what counts is the signed receipt that is attached to it. A receipt that was changed, and a file that is not the one it names, are refused.</source>
        <translation>La page imprimée seule ne prouve rien&#xa0;: ce qui compte est le reçu signé qui y est joint. Un reçu modifié, ou un fichier qui n’est pas celui qu’il nomme, est refusé.</translation>
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
        <translation>%1 (%2 octets)</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nom du fichier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Handed in by</source>
        <translation>Remis par</translation>
    </message>
    <message>
        <source>Handed in at</source>
        <translation>Remis le</translation>
    </message>
    <message>
        <source>Read back and signed</source>
        <translation>Relu et signé</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>The server has signed that %1 handed in exactly this file at this time, and that it read the file back unchanged. Anyone can check that, without an account and without the server.</source>
        <translation>Le serveur a signé que %1 a remis exactement ce fichier à ce moment, et qu’il l’a relu sans changement. Chacun peut le vérifier, sans compte et sans le serveur.</translation>
    </message>
    <message>
        <source>%1 proof of upload</source>
        <comment>name of a saved file</comment>
        <translation>%1 preuve d’envoi</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AccountController</name>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Sign out and remove everything from this computer…</source>
        <translation>Se déconnecter et tout retirer de cet ordinateur…</translation>
    </message>
    <message>
        <source>Remove everything of this account from this computer?</source>
        <translation>Retirer de cet ordinateur tout ce qui vient de ce compte&#xa0;?</translation>
    </message>
    <message>
        <source>What is on the server stays there. Uploads and changes that were not sent yet are lost.</source>
        <translation>Ce qui est sur le serveur y reste. Les envois et modifications non encore transmis sont perdus.</translation>
    </message>
    <message>
        <source>Sign out and remove</source>
        <translation>Se déconnecter et retirer</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AccountPage</name>
    <message>
        <source>Account</source>
        <comment>@title page of the settings</comment>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Storage on the server</source>
        <comment>@label how much of it is used</comment>
        <translation>Espace sur le serveur</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>@title:group of fields</comment>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nom complet</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Save name</source>
        <translation>Enregistrer le nom</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Mot de passe actuel</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Changer le mot de passe</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>On this computer</source>
        <comment>@label signing out</comment>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Your files stay on this computer and on the server. To go on you sign in again.</source>
        <comment>@info</comment>
        <translation>Vos fichiers restent sur cet ordinateur et sur le serveur. Pour continuer, vous vous reconnectez.</translation>
    </message>
    <message>
        <source>Sign out and remove…</source>
        <comment>@action:button</comment>
        <translation>Se déconnecter et supprimer…</translation>
    </message>
    <message>
        <source>And remove everything</source>
        <comment>@label signing out</comment>
        <translation>Et tout supprimer</translation>
    </message>
    <message>
        <source>What this computer knows of your account goes too. Files on the server stay.</source>
        <comment>@info</comment>
        <translation>Ce que cet ordinateur sait de votre compte disparaît aussi. Les fichiers du serveur restent.</translation>
    </message>
    <message>
        <source>Sign out and remove everything from this computer</source>
        <translation>Se déconnecter et tout supprimer de cet ordinateur</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Pas encore connu</translation>
    </message>
    <message>
        <source>Choose a user name.</source>
        <translation>Choisissez un nom d’utilisateur.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>This user name is taken or not allowed. Choose another one.</source>
        <translation>Ce nom d’utilisateur est pris ou n’est pas permis. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Use at least %1 characters.</source>
        <translation>Utilisez au moins %1 caractères.</translation>
    </message>
    <message>
        <source>Your password was changed. Other devices have to sign in again.</source>
        <translation>Votre mot de passe a été changé. Les autres appareils doivent se reconnecter.</translation>
    </message>
    <message>
        <source>This is not your current password.</source>
        <translation>Ce n’est pas votre mot de passe actuel.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AccountRow</name>
    <message>
        <source>Account: %1, %2</source>
        <comment>@action:button accessible name; the person&apos;s name, the server</comment>
        <translation>Compte&#xa0;: %1, %2</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ActionController</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Annulé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Made again: %1</source>
        <translation>Rétabli&#xa0;: %1</translation>
    </message>
    <message>
        <source>This is not possible any more. %1</source>
        <translation>Ce n’est plus possible. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stay as they are, first “%1”: %2</source>
        <translation>
            <numerusform>%n élément reste tel quel, « %1 » : %2</numerusform>
            <numerusform>%n éléments restent tels quels, d’abord «&#xa0;%1&#xa0;»&#xa0;: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ActionListModel</name>
    <message numerus="yes">
        <source>%n folder(s) made</source>
        <translation>
            <numerusform>%n dossier créé</numerusform>
            <numerusform>%n dossiers créés</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder “%1” made</source>
        <comment>an action</comment>
        <translation>Dossier «&#xa0;%1&#xa0;» créé</translation>
    </message>
    <message>
        <source>“%1” renamed to “%2”</source>
        <comment>an action</comment>
        <translation>«&#xa0;%1&#xa0;» renommé en «&#xa0;%2&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) moved to “%1”</source>
        <comment>an action</comment>
        <translation>
            <numerusform>%n élément déplacé vers « %1 »</numerusform>
            <numerusform>%n éléments déplacés vers «&#xa0;%1&#xa0;»</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” moved to “%2”</source>
        <comment>an action</comment>
        <translation>«&#xa0;%1&#xa0;» déplacé vers «&#xa0;%2&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) moved to trash</source>
        <comment>an action</comment>
        <translation>
            <numerusform>%n élément mis à la corbeille</numerusform>
            <numerusform>%n éléments mis à la corbeille</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” moved to trash</source>
        <comment>an action</comment>
        <translation>«&#xa0;%1&#xa0;» mis à la corbeille</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) restored</source>
        <comment>an action</comment>
        <translation>
            <numerusform>%n élément restauré</numerusform>
            <numerusform>%n éléments restaurés</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” restored</source>
        <comment>an action</comment>
        <translation>«&#xa0;%1&#xa0;» restauré</translation>
    </message>
    <message numerus="yes">
        <source>“%1” uploaded, %n file(s)</source>
        <comment>an action</comment>
        <translation>
            <numerusform>« %1 » envoyé, %n fichier</numerusform>
            <numerusform>«&#xa0;%1&#xa0;» envoyé, %n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” uploaded</source>
        <comment>an action</comment>
        <translation>«&#xa0;%1&#xa0;» envoyé</translation>
    </message>
    <message>
        <source>“%1” replaced</source>
        <comment>an action</comment>
        <translation>«&#xa0;%1&#xa0;» remplacé</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>what an action was about</comment>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>new folder %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>création du dossier %1</translation>
    </message>
    <message>
        <source>rename of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>renommage de %1</translation>
    </message>
    <message>
        <source>move of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>déplacement de %1</translation>
    </message>
    <message>
        <source>trashing of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>mise à la corbeille de %1</translation>
    </message>
    <message>
        <source>restoring of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>restauration de %1</translation>
    </message>
    <message>
        <source>upload of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>envoi de %1</translation>
    </message>
    <message>
        <source>replacing of %1</source>
        <comment>behind Undo or Redo</comment>
        <translation>remplacement de %1</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <comment>what</comment>
        <translation>Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <comment>what</comment>
        <translation>Rétablir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>state of an action</comment>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Undone</source>
        <comment>state of an action</comment>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Not made</source>
        <comment>state of an action</comment>
        <translation>Non effectué</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of a row in the list</comment>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AdvancedPage</name>
    <message>
        <source>Network</source>
        <comment>@title:group of settings</comment>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Proxy</source>
        <comment>@label:listbox</comment>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>The way to the server. A server on this computer is reached directly.</source>
        <comment>@info</comment>
        <translation>Le chemin vers le serveur. Un serveur sur cet ordinateur est joint directement.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <comment>@item:inlistbox a choice of language, theme or proxy</comment>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>No proxy</source>
        <comment>@item:inlistbox</comment>
        <translation>Sans proxy</translation>
    </message>
    <message>
        <source>This one</source>
        <comment>@item:inlistbox a proxy that is named below</comment>
        <translation>Celui-ci</translation>
    </message>
    <message>
        <source>Proxy&apos;s host name</source>
        <comment>accessible name of a field</comment>
        <translation>Nom d’hôte du proxy</translation>
    </message>
    <message>
        <source>Proxy&apos;s port</source>
        <comment>accessible name of a field</comment>
        <translation>Port du proxy</translation>
    </message>
    <message>
        <source>Host and port</source>
        <comment>@label of the proxy</comment>
        <translation>Hôte et port</translation>
    </message>
    <message>
        <source>An HTTP proxy, without a password.</source>
        <comment>@info</comment>
        <translation>Un proxy HTTP, sans mot de passe.</translation>
    </message>
    <message>
        <source>This is no host name. Write only the name, such as proxy.example.edu.</source>
        <comment>@info</comment>
        <translation>Ce n’est pas un nom d’hôte. Écrivez seulement le nom, par exemple proxy.example.edu.</translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>@action:button does not trust an authority any more</comment>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Choose…</source>
        <comment>@action:button a file</comment>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose a certificate authority</source>
        <comment>accessible name of a button</comment>
        <translation>Choisir une autorité de certification</translation>
    </message>
    <message>
        <source>Remove the certificate authority</source>
        <comment>accessible name of a button</comment>
        <translation>Supprimer l’autorité de certification</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <comment>@title:group of settings</comment>
        <translation>Autorité de certification</translation>
    </message>
    <message>
        <source>Trusted beside those of the system</source>
        <comment>@label a certificate authority</comment>
        <translation>De confiance, en plus de celles du système</translation>
    </message>
    <message>
        <source>Choose a certificate authority</source>
        <comment>@title:window</comment>
        <translation>Choisir une autorité de certification</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <comment>filter of a file dialog</comment>
        <translation>Certificats (*.pem *.crt *.cer);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>There is no certificate authority in this file. It has to be a PEM file of one.</source>
        <comment>@info</comment>
        <translation>Ce fichier ne contient pas d’autorité de certification. Il faut un fichier PEM d’une telle autorité.</translation>
    </message>
    <message>
        <source>None. Your university tells you if its server needs one.</source>
        <comment>@info about a certificate authority</comment>
        <translation>Aucune. Votre université vous dit si son serveur en a besoin.</translation>
    </message>
    <message>
        <source>The file of the certificate authority cannot be used any more. Choose it again or remove it.</source>
        <comment>@info</comment>
        <translation>Le fichier de l’autorité de certification n’est plus utilisable. Choisissez-le à nouveau ou supprimez-la.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>@info names of authorities</comment>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Good until %1</source>
        <comment>@info a date</comment>
        <translation>Valable jusqu’au %1</translation>
    </message>
    <message>
        <source>Advanced</source>
        <comment>@title page of the settings</comment>
        <translation>Avancé</translation>
    </message>
    <message>
        <source>When something is wrong</source>
        <comment>@title:group of settings</comment>
        <translation>Quand quelque chose ne va pas</translation>
    </message>
    <message>
        <source>Check now</source>
        <comment>@action:button looks whether everything is in order</comment>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Self-check</source>
        <comment>@label</comment>
        <translation>Autovérification</translation>
    </message>
    <message>
        <source>Looks at the server, the keychain, the list of files and the disk, and writes a report for whoever helps you. It holds no names of files, no addresses and no secrets.</source>
        <comment>@info about the self-check</comment>
        <translation>Examine le serveur, le trousseau, la liste des fichiers et le disque, et écrit un rapport pour la personne qui vous aide. Il ne contient ni noms de fichiers, ni adresses, ni secrets.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <comment>@action:button in the desktop&apos;s file manager</comment>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Log</source>
        <comment>@label the file that says what happened</comment>
        <translation>Journal</translation>
    </message>
    <message>
        <source>What the program did, in learnlab.log.</source>
        <comment>@info</comment>
        <translation>Ce que le programme a fait, dans learnlab.log.</translation>
    </message>
    <message>
        <source>Open the folder of the log</source>
        <comment>accessible name of a button</comment>
        <translation>Ouvrir le dossier du journal</translation>
    </message>
    <message>
        <source>Detailed log</source>
        <comment>@option:check</comment>
        <translation>Journal détaillé</translation>
    </message>
    <message>
        <source>Writes every step down, without secrets. For hunting an error; the log grows quickly.</source>
        <comment>@info</comment>
        <translation>Note chaque étape, sans secrets. Pour chercher une erreur&#xa0;; le journal grossit vite.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <comment>@info:status</comment>
        <translation>Vérification…</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <comment>@title page of the settings</comment>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Theme</source>
        <comment>@title:group light or dark</comment>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Lists and text</source>
        <comment>@title:group of settings</comment>
        <translation>Listes et texte</translation>
    </message>
    <message>
        <source>Rows</source>
        <comment>@label:listbox how high the rows of lists are</comment>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>How high the rows in the list of files are.</source>
        <comment>@info below the choice</comment>
        <translation>La hauteur des lignes dans la liste des fichiers.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <comment>@item:inlistbox high rows</comment>
        <translation>Confortable</translation>
    </message>
    <message>
        <source>Compact</source>
        <comment>@item:inlistbox low rows</comment>
        <translation>Compact</translation>
    </message>
    <message>
        <source>Size of text</source>
        <comment>@label:listbox</comment>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>On top of what the desktop is set to.</source>
        <comment>@info below the choice of the size of text</comment>
        <translation>En plus du réglage du bureau.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <comment>@option:check</comment>
        <translation>Réduire les animations</translation>
    </message>
    <message>
        <source>Nothing slides or fades. The desktop&apos;s own wish for less motion holds anyway.</source>
        <comment>@info below a check box</comment>
        <translation>Rien ne glisse ni ne s’estompe. Le réglage du bureau s’applique de toute façon.</translation>
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
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Folders above</source>
        <comment>@action:button opens the hidden parts of the path</comment>
        <translation>Dossiers au-dessus</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::BrowseController</name>
    <message>
        <source>No program on this computer opens “%1”.</source>
        <translation>Aucun programme de cet ordinateur n’ouvre «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>New folder</source>
        <comment>name of a folder just made</comment>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Upload folder</source>
        <translation>Envoyer un dossier</translation>
    </message>
    <message>
        <source>Upload files</source>
        <translation>Envoyer des fichiers</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>button of the file dialog</comment>
        <translation>Envoyer</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be uploaded, first “%1”. The others go on.</source>
        <translation>
            <numerusform>%n élément n’a pas pu être envoyé, d’abord « %1 ». Les autres continuent.</numerusform>
            <numerusform>%n éléments n’ont pas pu être envoyés, d’abord «&#xa0;%1&#xa0;». Les autres continuent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n item(s).</source>
        <translation>
            <numerusform>%n élément déplacé.</numerusform>
            <numerusform>%n éléments déplacés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n item(s) to trash.</source>
        <translation>
            <numerusform>%n élément mis à la corbeille.</numerusform>
            <numerusform>%n éléments mis à la corbeille.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %n item(s).</source>
        <translation>
            <numerusform>%n élément restauré.</numerusform>
            <numerusform>%n éléments restaurés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Download a copy</source>
        <translation>Télécharger une copie</translation>
    </message>
    <message>
        <source>“%1” was downloaded.</source>
        <translation>«&#xa0;%1&#xa0;» a été téléchargé.</translation>
    </message>
    <message numerus="yes">
        <source>Download %n item(s) to</source>
        <translation>
            <numerusform>Télécharger %n élément vers</numerusform>
            <numerusform>Télécharger %n éléments vers</numerusform>
        </translation>
    </message>
    <message>
        <source>Download here</source>
        <comment>button of the file dialog</comment>
        <translation>Télécharger ici</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be downloaded, first “%1”.</source>
        <translation>
            <numerusform>%n fichier n’a pas pu être téléchargé, d’abord « %1 ».</numerusform>
            <numerusform>%n fichiers n’ont pas pu être téléchargés, d’abord «&#xa0;%1&#xa0;».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) downloaded to “%1”.</source>
        <translation>
            <numerusform>%n fichier téléchargé vers « %1 ».</numerusform>
            <numerusform>%n fichiers téléchargés vers «&#xa0;%1&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Search all files</source>
        <translation>Rechercher dans tous les fichiers</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a file, what went wrong</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Share link</source>
        <translation>Partager un lien</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <translation>Supprimer définitivement</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::BrowsePage</name>
    <message>
        <source>Nothing can be dropped here</source>
        <comment>@info while dragging over a list that takes nothing</comment>
        <translation>Rien ne peut être déposé ici</translation>
    </message>
    <message>
        <source>Move to</source>
        <comment>@info in front of a folder&apos;s name, while dragging</comment>
        <translation>Déplacer vers</translation>
    </message>
    <message>
        <source>Drop to upload to</source>
        <comment>@info in front of a folder&apos;s name, while dragging</comment>
        <translation>Déposer pour envoyer vers</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ChangeListModel</name>
    <message>
        <source>All files</source>
        <comment>the place at the top</comment>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>New folder “%1”</source>
        <comment>a change</comment>
        <translation>Nouveau dossier «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>“%1” renamed to “%2”</source>
        <comment>a change</comment>
        <translation>«&#xa0;%1&#xa0;» renommé en «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>Renamed to “%1”</source>
        <comment>a change</comment>
        <translation>Renommé en «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>“%1” moved to “%2”</source>
        <comment>a change, the name of a folder</comment>
        <translation>«&#xa0;%1&#xa0;» déplacé vers «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>“%1” moved to trash</source>
        <comment>a change</comment>
        <translation>«&#xa0;%1&#xa0;» mis à la corbeille</translation>
    </message>
    <message>
        <source>“%1” restored from trash</source>
        <comment>a change</comment>
        <translation>«&#xa0;%1&#xa0;» sorti de la corbeille</translation>
    </message>
    <message>
        <source>Waiting for network</source>
        <comment>state of a change</comment>
        <translation>En attente du réseau</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>state of a change</comment>
        <translation>En attente</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of a row in the list</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Trash</source>
        <comment>a place</comment>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Nowhere any more</source>
        <comment>a place</comment>
        <translation>Plus nulle part</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>You, on this computer</source>
        <translation>Vous, sur cet ordinateur</translation>
    </message>
    <message>
        <source>You, on another computer</source>
        <translation>Vous, sur un autre ordinateur</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ChangesDialog</name>
    <message>
        <source>Everything you changed is on the server.</source>
        <translation>Tout ce que vous avez modifié est sur le serveur.</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Montrer dans son dossier</translation>
    </message>
    <message>
        <source>Waiting changes</source>
        <translation>Modifications en attente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be made on the server and were undone here.</source>
        <translation>
            <numerusform>%n modification n’a pas pu être faite sur le serveur et a été défaite ici.</numerusform>
            <numerusform>%n modifications n’ont pas pu être faites sur le serveur et ont été défaites ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>Made on this computer and not yet on the server. They are sent in this order.</source>
        <translation>Faites sur cet ordinateur et pas encore sur le serveur. Elles sont envoyées dans cet ordre.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <comment>a change that was refused</comment>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <comment>a change that waits</comment>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Use another name</source>
        <translation>Prendre un autre nom</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Your change</source>
        <translation>Votre modification</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Sur le serveur</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ClipboardController</name>
    <message numerus="yes">
        <source>Cut %n item(s). Paste them where they belong</source>
        <translation>
            <numerusform>%n élément coupé. Collez-le à sa place</numerusform>
            <numerusform>%n éléments coupés. Collez-les à leur place</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders can be moved, but not copied</source>
        <translation>Les dossiers se déplacent, mais ne se copient pas</translation>
    </message>
    <message>
        <source>Pasted text %1</source>
        <comment>name of a file; %1 is a date and a time</comment>
        <translation>Texte collé %1</translation>
    </message>
    <message>
        <source>There is nothing to paste</source>
        <translation>Il n’y a rien à coller</translation>
    </message>
    <message>
        <source>Pasted image %1</source>
        <comment>name of a file; %1 is a date and a time</comment>
        <translation>Image collée %1</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ConflictDialog</name>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>%1 · newer</source>
        <comment>date</comment>
        <translation>%1 · plus récent</translation>
    </message>
    <message numerus="yes">
        <source>Do the same for the %n other conflict(s)</source>
        <translation>
            <numerusform>Faire de même pour l’autre conflit (%n)</numerusform>
            <numerusform>Faire de même pour les %n autres conflits</numerusform>
        </translation>
    </message>
    <message>
        <source>Name already taken</source>
        <translation>Nom déjà pris</translation>
    </message>
    <message>
        <source>Keep both</source>
        <comment>conflict</comment>
        <translation>Garder les deux</translation>
    </message>
    <message>
        <source>Your file is uploaded under a new name.</source>
        <translation>Votre fichier est envoyé sous un nouveau nom.</translation>
    </message>
    <message>
        <source>Replace</source>
        <comment>conflict</comment>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>The server&apos;s copy goes to the trash, where you can restore it.</source>
        <translation>La copie du serveur va à la corbeille, d’où vous pouvez la restaurer.</translation>
    </message>
    <message>
        <source>Skip</source>
        <comment>conflict</comment>
        <translation>Passer</translation>
    </message>
    <message>
        <source>The server&apos;s copy stays; yours stays on this computer.</source>
        <translation>La copie du serveur reste&#xa0;; la vôtre reste sur cet ordinateur.</translation>
    </message>
    <message>
        <source>“%1” is here already</source>
        <translation>«&#xa0;%1&#xa0;» est déjà ici</translation>
    </message>
    <message>
        <source>Nothing has been overwritten. Both copies are safe.</source>
        <translation>Rien n’a été écrasé. Les deux copies sont en sûreté.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Sur le serveur</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>You, on this computer</source>
        <translation>Vous, sur cet ordinateur</translation>
    </message>
    <message>
        <source>You, on another computer</source>
        <translation>Vous, sur un autre ordinateur</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::CrumbButton</name>
    <message>
        <source>Current folder</source>
        <comment>@info accessible description of the last part of the path</comment>
        <translation>Dossier actuel</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DetailsPane</name>
    <message>
        <source>%1 (%2 bytes)</source>
        <comment>@info a size, short and exact</comment>
        <translation>%1 (%2 octets)</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) selected</source>
        <translation>
            <numerusform>%n élément sélectionné</numerusform>
            <numerusform>%n éléments sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Being fetched</source>
        <translation>En cours de récupération</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Fermer les détails</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <comment>@action:button a folder</comment>
        <translation>Aller à %1</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Select a file to see what is known of it, and to share it.</source>
        <translation>Sélectionnez un fichier pour voir ce qu’on en sait et pour le partager.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>Cet élément n’existe plus.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Emplacement</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DeviceList</name>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Unknown device</source>
        <translation>Appareil inconnu</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Cet appareil</translation>
    </message>
    <message>
        <source>Active now</source>
        <translation>Actif maintenant</translation>
    </message>
    <message>
        <source>Signed in %1</source>
        <comment>day and time</comment>
        <translation>Connecté %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <comment>a device</comment>
        <translation>Déconnecter %1</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>Déconnexion…</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DevicesPage</name>
    <message>
        <source>Devices</source>
        <comment>@title page of the settings</comment>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Computers and phones signed in to your account. Sign out any you do not recognise, then change your password.</source>
        <translation>Ordinateurs et téléphones connectés à votre compte. Déconnectez ceux que vous ne reconnaissez pas, puis changez de mot de passe.</translation>
    </message>
    <message>
        <source>A device that is signed out cannot read or change your files any more. Files on the server stay as they are.</source>
        <comment>@info</comment>
        <translation>Un appareil déconnecté ne peut plus lire ni modifier vos fichiers. Les fichiers du serveur restent tels quels.</translation>
    </message>
    <message>
        <source>Sign out all other devices…</source>
        <translation>Déconnecter tous les autres appareils…</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) signed in</source>
        <translation>
            <numerusform>%n appareil connecté</numerusform>
            <numerusform>%n appareils connectés</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out other devices</source>
        <translation>Déconnecter les autres appareils</translation>
    </message>
    <message>
        <source>Sign out all other devices?</source>
        <translation>Déconnecter tous les autres appareils&#xa0;?</translation>
    </message>
    <message>
        <source>Files on the server stay as they are. Each device has to sign in again.</source>
        <translation>Les fichiers du serveur restent tels quels. Chaque appareil doit se reconnecter.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::DragController</name>
    <message numerus="yes">
        <source>Fetching %n file(s) from the server…</source>
        <comment>@info while files are dragged out of the window</comment>
        <translation>
            <numerusform>Récupération de %n fichier depuis le serveur…</numerusform>
            <numerusform>Récupération de %n fichiers depuis le serveur…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were not here yet and were left out. Drag them again in a moment.</source>
        <translation>
            <numerusform>%n fichier n’était pas encore ici et a été laissé de côté. Faites-le glisser à nouveau dans un instant.</numerusform>
            <numerusform>%n fichiers n’étaient pas encore ici et ont été laissés de côté. Faites-les glisser à nouveau dans un instant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) were left out. Folders and large files come with “Download a copy”.</source>
        <translation>
            <numerusform>%n élément a été laissé de côté. Les dossiers et les gros fichiers viennent avec « Télécharger une copie ».</numerusform>
            <numerusform>%n éléments ont été laissés de côté. Les dossiers et les gros fichiers viennent avec «&#xa0;Télécharger une copie&#xa0;».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FileActions</name>
    <message>
        <source>Upload files…</source>
        <translation>Envoyer des fichiers…</translation>
    </message>
    <message>
        <source>Upload folder…</source>
        <translation>Envoyer un dossier…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Download a copy…</source>
        <translation>Télécharger une copie…</translation>
    </message>
    <message>
        <source>Keep offline</source>
        <translation>Garder hors ligne</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>Mettre à la corbeille</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Ne rien sélectionner</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Up one folder</source>
        <translation>Dossier parent</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferts</translation>
    </message>
    <message>
        <source>Pause or resume all</source>
        <translation>Tout suspendre ou reprendre</translation>
    </message>
    <message>
        <source>Side bar</source>
        <translation>Barre latérale</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler l’action</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>Zone suivante</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>Zone précédente</translation>
    </message>
    <message>
        <source>Waiting changes…</source>
        <translation>Modifications en attente…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Historique…</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Couper</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Déplacer vers…</translation>
    </message>
    <message>
        <source>Share link…</source>
        <translation>Partager un lien…</translation>
    </message>
    <message>
        <source>Proof of upload</source>
        <translation>Preuve d’envoi</translation>
    </message>
    <message>
        <source>Go to path</source>
        <translation>Aller au chemin</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Rien n’est sélectionné</translation>
    </message>
    <message>
        <source>It is in trash. Restore it first</source>
        <translation>C’est dans la corbeille. Restaurez-le d’abord</translation>
    </message>
    <message>
        <source>Only one thing at a time</source>
        <translation>Un seul à la fois</translation>
    </message>
    <message>
        <source>Go to All files first: only folders take new things</source>
        <translation>Allez d’abord dans Tous les fichiers&#xa0;: seuls les dossiers reçoivent du nouveau</translation>
    </message>
    <message>
        <source>You are offline, and this file is not on this computer</source>
        <translation>Vous êtes hors ligne, et ce fichier n’est pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>Folders can be moved, but not copied</source>
        <translation>Les dossiers se déplacent, mais ne se copient pas</translation>
    </message>
    <message>
        <source>It is not in trash</source>
        <translation>Ce n’est pas dans la corbeille</translation>
    </message>
    <message>
        <source>Links lead to one file</source>
        <translation>Un lien mène à un seul fichier</translation>
    </message>
    <message>
        <source>The server does not have this file yet</source>
        <translation>Le serveur n’a pas encore ce fichier</translation>
    </message>
    <message>
        <source>You are offline. Links are made by the server</source>
        <translation>Vous êtes hors ligne. Les liens sont créés par le serveur</translation>
    </message>
    <message>
        <source>Proofs are for files</source>
        <translation>Les preuves concernent les fichiers</translation>
    </message>
    <message>
        <source>You are offline. Proofs come from the server</source>
        <translation>Vous êtes hors ligne. Les preuves viennent du serveur</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Show as list</source>
        <translation>Afficher en liste</translation>
    </message>
    <message>
        <source>Show as grid</source>
        <translation>Afficher en grille</translation>
    </message>
    <message>
        <source>Larger tiles</source>
        <translation>Vignettes plus grandes</translation>
    </message>
    <message>
        <source>Smaller tiles</source>
        <translation>Vignettes plus petites</translation>
    </message>
    <message>
        <source>Tiles of usual size</source>
        <translation>Vignettes de taille habituelle</translation>
    </message>
    <message>
        <source>Delete permanently…</source>
        <translation>Supprimer définitivement…</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>Vider la corbeille…</translation>
    </message>
    <message>
        <source>You are offline. Only the server deletes for good</source>
        <translation>Vous êtes hors ligne. Seul le serveur supprime définitivement</translation>
    </message>
    <message>
        <source>Trash is empty</source>
        <translation>La corbeille est vide</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FileGridView</name>
    <message>
        <source>Files</source>
        <comment>@label accessible name of the grid</comment>
        <translation>Fichiers</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FileListModel</name>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Available offline</source>
        <comment>status of a file</comment>
        <translation>Disponibles hors ligne</translation>
    </message>
    <message>
        <source>Will upload later</source>
        <comment>status of a file</comment>
        <translation>Sera envoyé plus tard</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>status of a file</comment>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Waiting for network</source>
        <comment>status of a file</comment>
        <translation>En attente du réseau</translation>
    </message>
    <message>
        <source>Only here</source>
        <comment>status of a file that a restored server lacks</comment>
        <translation>Seulement ici</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>status of a file</comment>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Conflict</source>
        <comment>status of a file</comment>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>Online only</source>
        <comment>status of a file</comment>
        <translation>En ligne seulement</translation>
    </message>
    <message>
        <source>uploading</source>
        <translation>envoi en cours</translation>
    </message>
    <message>
        <source>uploading, %1 percent</source>
        <translation>envoi en cours, %1 pour cent</translation>
    </message>
    <message>
        <source>This file is not on this computer. Connect to open it, or choose “Keep offline” next time you are online.</source>
        <translation>Ce fichier n’est pas sur cet ordinateur. Connectez-vous pour l’ouvrir, ou choisissez «&#xa0;Garder hors ligne&#xa0;» la prochaine fois.</translation>
    </message>
    <message>
        <source>The server was restored and does not have this file any more. It is safe on this computer. Retry uploads it again.</source>
        <translation>Le serveur a été restauré et n’a plus ce fichier. Il est en sûreté sur cet ordinateur. Réessayer l’envoie à nouveau.</translation>
    </message>
    <message>
        <source>Synced and verified</source>
        <translation>Synchronisé et vérifié</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column header</comment>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>column header</comment>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>column header</comment>
        <translation>Type</translation>
    </message>
    <message>
        <source>Deleted</source>
        <comment>column header</comment>
        <translation>Supprimé</translation>
    </message>
    <message>
        <source>Modified</source>
        <comment>column header</comment>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Status</source>
        <comment>column header</comment>
        <translation>État</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of a row in the list</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Fetching</source>
        <comment>status of what is to be kept offline</comment>
        <translation>En cours de récupération</translation>
    </message>
    <message>
        <source>Partly offline</source>
        <comment>status of what is to be kept offline</comment>
        <translation>Partiellement hors ligne</translation>
    </message>
    <message>
        <source>Not all of it is on this computer: there is no room for the rest.</source>
        <translation>Tout n’est pas sur cet ordinateur&#xa0;: il n’y a pas de place pour le reste.</translation>
    </message>
    <message>
        <source>On its way to this computer, to be there without a network.</source>
        <translation>En route vers cet ordinateur, pour être là sans réseau.</translation>
    </message>
    <message>
        <source>Changes waiting</source>
        <comment>status of a file or a folder</comment>
        <translation>Modifications en attente</translation>
    </message>
    <message>
        <source>Will be created later</source>
        <comment>status of a folder</comment>
        <translation>Sera créé plus tard</translation>
    </message>
    <message>
        <source>Will be renamed later</source>
        <comment>status of a file or a folder</comment>
        <translation>Sera renommé plus tard</translation>
    </message>
    <message>
        <source>Will be moved later</source>
        <comment>status of a file or a folder</comment>
        <translation>Sera déplacé plus tard</translation>
    </message>
    <message>
        <source>Will move to trash later</source>
        <comment>status of a file or a folder</comment>
        <translation>Ira plus tard à la corbeille</translation>
    </message>
    <message>
        <source>Will be restored later</source>
        <comment>status of a file or a folder</comment>
        <translation>Sera restauré plus tard</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FileListView</name>
    <message>
        <source>Files</source>
        <comment>@label accessible name of the list</comment>
        <translation>Fichiers</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::FolderTreeModel</name>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>name of a folder, the folder it is in</comment>
        <translation>%1 dans %2</translation>
    </message>
    <message>
        <source>Nothing can be moved into itself</source>
        <translation>Rien ne peut être déplacé dans soi-même</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::GeneralPage</name>
    <message>
        <source>General</source>
        <comment>@title page of the settings</comment>
        <translation>Général</translation>
    </message>
    <message>
        <source>Language</source>
        <comment>@label:listbox</comment>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Words, dates and numbers. Everything changes at once.</source>
        <comment>@info below the choice of the language</comment>
        <translation>Mots, dates et nombres. Tout change aussitôt.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <comment>@item:inlistbox a choice of language, theme or proxy</comment>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>@title:group of settings about starting the program</comment>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Start LearnLab when you sign in to this computer</source>
        <comment>@option:check</comment>
        <translation>Démarrer LearnLab à l’ouverture de session sur cet ordinateur</translation>
    </message>
    <message>
        <source>Files you keep offline are brought up to date, and uploads go on where they stopped.</source>
        <comment>@info below the check box for starting with the desktop</comment>
        <translation>Les fichiers gardés hors ligne sont mis à jour, et les envois reprennent là où ils s’étaient arrêtés.</translation>
    </message>
    <message>
        <source>In the background</source>
        <comment>@title:group of settings</comment>
        <translation>En arrière-plan</translation>
    </message>
    <message>
        <source>Keep running in the background when the window is closed</source>
        <comment>@option:check</comment>
        <translation>Continuer en arrière-plan quand la fenêtre est fermée</translation>
    </message>
    <message>
        <source>Transfers go on. The window comes back from the icon in the system tray.</source>
        <comment>@info below a check box</comment>
        <translation>Les transferts continuent. La fenêtre revient par l’icône de la zone de notification.</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <comment>@option:check</comment>
        <translation>Afficher les notifications</translation>
    </message>
    <message>
        <source>When transfers are through, and when one of them needs you.</source>
        <comment>@info below a check box</comment>
        <translation>Quand les transferts sont finis, et quand l’un d’eux a besoin de vous.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::HistoryDialog</name>
    <message>
        <source>What you do with files on this computer appears here.</source>
        <translation>Ce que vous faites avec des fichiers sur cet ordinateur apparaît ici.</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Montrer dans son dossier</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::IntegritySection</name>
    <message>
        <source>Copy SHA-256</source>
        <comment>@action:button</comment>
        <translation>Copier SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 copied.</source>
        <translation>SHA-256 copié.</translation>
    </message>
    <message>
        <source>Proof of upload</source>
        <comment>@action:button</comment>
        <translation>Preuve d’envoi</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256&#xa0;: %1</translation>
    </message>
    <message>
        <source>There is one as soon as the file is uploaded.</source>
        <translation>Il y en a une dès que le fichier est envoyé.</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <comment>@label the digest of a file</comment>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 verified</source>
        <translation>SHA-256 vérifié</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>This copy differs from your file. Upload it again.</source>
        <translation>Cette copie diffère de votre fichier. Envoyez-le à nouveau.</translation>
    </message>
    <message>
        <source>The server&apos;s proof is not genuine. Do not rely on it.</source>
        <translation>La preuve du serveur n’est pas authentique. Ne vous y fiez pas.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::KeptController</name>
    <message>
        <source>Edited here and not on the server yet: %1.</source>
        <comment>@info names of files</comment>
        <translation>Modifié ici et pas encore sur le serveur&#xa0;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Edited here and not on the server yet: %1 and %n more.</source>
        <comment>@info names of files</comment>
        <translation>
            <numerusform>Modifié ici et pas encore sur le serveur : %1 et %n autre.</numerusform>
            <numerusform>Modifié ici et pas encore sur le serveur&#xa0;: %1 et %n autres.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::LinkListModel</name>
    <message>
        <source>%1 · password</source>
        <comment>@info how a link stands</comment>
        <translation>%1 · mot de passe</translation>
    </message>
    <message>
        <source>A file that is not in the list yet</source>
        <translation>Un fichier qui n’est pas encore dans la liste</translation>
    </message>
    <message>
        <source>Closed: in trash</source>
        <comment>@info a link whose file is in trash</comment>
        <translation>Fermé&#xa0;: à la corbeille</translation>
    </message>
    <message>
        <source>Does not end</source>
        <comment>@info a link without an end</comment>
        <translation>Sans fin</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <comment>@info day and time</comment>
        <translation>A pris fin&#xa0;: %1</translation>
    </message>
    <message>
        <source>Ends %1</source>
        <comment>@info day and time</comment>
        <translation>Prend fin&#xa0;: %1</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Emplacement</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::LinksPage</name>
    <message numerus="yes">
        <source>%n link(s) copied.</source>
        <translation>
            <numerusform>%n lien copié.</numerusform>
            <numerusform>%n liens copiés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy link</source>
        <comment>@action:button</comment>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Link withdrawn. It opens nothing any more.</source>
        <translation>Lien retiré. Il n’ouvre plus rien.</translation>
    </message>
    <message>
        <source>Links you create appear here</source>
        <translation>Les liens que vous créez apparaissent ici</translation>
    </message>
    <message>
        <source>Select a file and choose Share link: whoever has the link can download it.</source>
        <translation>Sélectionnez un fichier et choisissez «&#xa0;Partager un lien&#xa0;»&#xa0;: toute personne qui a le lien peut le télécharger.</translation>
    </message>
    <message>
        <source>Shared links</source>
        <translation>Liens partagés</translation>
    </message>
    <message>
        <source>Show file</source>
        <comment>@action:button</comment>
        <translation>Montrer le fichier</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <comment>@action:button links, for good</comment>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::MainWindow</name>
    <message numerus="yes">
        <source>The list of files was damaged and is made anew. %n upload(s) and changes were kept.</source>
        <translation>
            <numerusform>La liste des fichiers était endommagée et est refaite. %n envoi ou modification a été conservé.</numerusform>
            <numerusform>La liste des fichiers était endommagée et est refaite. %n envois et modifications ont été conservés.</numerusform>
        </translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Available offline</source>
        <translation>Disponibles hors ligne</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler l’action</translation>
    </message>
    <message>
        <source>Shared computer</source>
        <translation>Ordinateur partagé</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are not on the server yet.</source>
        <translation>
            <numerusform>%n élément n’est pas encore sur le serveur.</numerusform>
            <numerusform>%n éléments ne sont pas encore sur le serveur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything of your account is removed from this computer when you quit. Files that you uploaded from elsewhere on this computer stay where they are.</source>
        <translation>À la fermeture, tout ce qui vient de votre compte est retiré de cet ordinateur. Les fichiers que vous avez envoyés depuis ailleurs sur cet ordinateur restent où ils sont.</translation>
    </message>
    <message>
        <source>Keep uploading</source>
        <translation>Continuer l’envoi</translation>
    </message>
    <message>
        <source>Quit and remove</source>
        <translation>Quitter et retirer</translation>
    </message>
    <message>
        <source>Removing your account from this computer…</source>
        <translation>Votre compte est retiré de cet ordinateur…</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Lien copié.</translation>
    </message>
    <message>
        <source>Make the window wider to share this file.</source>
        <translation>Élargissez la fenêtre pour partager ce fichier.</translation>
    </message>
    <message>
        <source>Shared links</source>
        <translation>Liens partagés</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>Par type</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Les plus gros</translation>
    </message>
    <message>
        <source>This link leads nowhere in LearnLab.</source>
        <translation>Ce lien ne mène nulle part dans LearnLab.</translation>
    </message>
    <message>
        <source>What this link leads to is not among your files.</source>
        <translation>Ce à quoi mène ce lien n’est pas parmi vos fichiers.</translation>
    </message>
    <message>
        <source>This desktop has no system tray: closing the window ends LearnLab.</source>
        <translation>Ce bureau n’a pas de zone de notification&#xa0;: fermer la fenêtre quitte LearnLab.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::MoveDialog</name>
    <message>
        <source>Move to</source>
        <translation>Déplacer vers</translation>
    </message>
    <message numerus="yes">
        <source>Move %n item(s) to</source>
        <translation>
            <numerusform>Déplacer %n élément vers</numerusform>
            <numerusform>Déplacer %n éléments vers</numerusform>
        </translation>
    </message>
    <message>
        <source>Search folders</source>
        <translation>Rechercher des dossiers</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Déplacer ici</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::NameDelegate</name>
    <message>
        <source>New name</source>
        <comment>@label accessible name of the field that renames a file</comment>
        <translation>Nouveau nom</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::NavButton</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>@info accessible description of a place in the side bar</comment>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::NoticeController</name>
    <message numerus="yes">
        <source>Uploaded: %n file(s) are on the server.</source>
        <comment>@info notification</comment>
        <translation>
            <numerusform>Envoyé : %n fichier est sur le serveur.</numerusform>
            <numerusform>Envoyés&#xa0;: %n fichiers sont sur le serveur.</numerusform>
        </translation>
    </message>
    <message>
        <source>A file of this name is there already. Choose what to do.</source>
        <comment>@info notification</comment>
        <translation>Un fichier de ce nom existe déjà. Choisissez que faire.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>@title notification; %1 is a file&apos;s name</comment>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <comment>@action:button of a notification</comment>
        <translation>Examiner</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>@action:button of a notification</comment>
        <translation>Afficher</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::OfflineBar</name>
    <message>
        <source>No limit</source>
        <comment>@item instead of a size</comment>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source> GB</source>
        <comment>@item:valuesuffix gigabytes</comment>
        <translation> Go</translation>
    </message>
    <message>
        <source>Space for offline files</source>
        <comment>@label accessible name of the field for a size</comment>
        <translation>Espace pour les fichiers hors ligne</translation>
    </message>
    <message>
        <source>Use at &amp;most</source>
        <comment>@label:spinbox in front of a size</comment>
        <translation>Utiliser au &amp;plus</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) kept</source>
        <comment>@info how many files are kept offline</comment>
        <translation>
            <numerusform>%n fichier conservé</numerusform>
            <numerusform>%n fichiers conservés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 used on this computer</source>
        <comment>@info a size</comment>
        <translation>%1 utilisés sur cet ordinateur</translation>
    </message>
    <message numerus="yes">
        <source>%n not here yet (%1)</source>
        <comment>@info how many of them, and their size</comment>
        <translation>
            <numerusform>%n pas encore ici (%1)</numerusform>
            <numerusform>%n pas encore ici (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited and not on the server yet</source>
        <comment>@info how many files</comment>
        <translation>
            <numerusform>%n modifié et pas encore sur le serveur</numerusform>
            <numerusform>%n modifiés et pas encore sur le serveur</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::OfflinePage</name>
    <message>
        <source>Offline storage</source>
        <comment>@title page of the settings</comment>
        <translation>Stockage hors ligne</translation>
    </message>
    <message>
        <source>Files that you keep offline or opened lie on this computer, so that they open without a network.</source>
        <comment>@info</comment>
        <translation>Les fichiers que vous gardez hors ligne ou avez ouverts sont sur cet ordinateur et s’ouvrent sans réseau.</translation>
    </message>
    <message>
        <source>Free up space</source>
        <comment>@action:button lets go of copies that were only opened</comment>
        <translation>Libérer de l’espace</translation>
    </message>
    <message>
        <source>Used on this computer</source>
        <comment>@label how many bytes are kept</comment>
        <translation>Utilisé sur cet ordinateur</translation>
    </message>
    <message>
        <source>No limit</source>
        <comment>@item instead of a size</comment>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source> GB</source>
        <comment>@item:valuesuffix gigabytes</comment>
        <translation> Go</translation>
    </message>
    <message>
        <source>Use at most</source>
        <comment>@label:spinbox a size</comment>
        <translation>Utiliser au plus</translation>
    </message>
    <message>
        <source>At the limit, copies of files that you only opened go first, the longest unused before the others. What you keep offline never goes by itself; keeping more is refused until there is room.</source>
        <comment>@info what happens when the limit is reached</comment>
        <translation>À la limite, les copies des fichiers seulement ouverts partent d’abord, les plus anciennement utilisées en premier. Ce que vous gardez hors ligne ne part jamais de soi-même&#xa0;; en garder plus est refusé tant qu’il n’y a pas de place.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <comment>@action:button in the desktop&apos;s file manager</comment>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Where</source>
        <comment>@label the folder of what is kept</comment>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Not known</source>
        <comment>@info instead of a folder</comment>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>%1 free on this disk</source>
        <comment>@info %1 is a size</comment>
        <translation>%1 libres sur ce disque</translation>
    </message>
    <message>
        <source>Nothing: nobody is signed in.</source>
        <comment>@info instead of a size</comment>
        <translation>Rien&#xa0;: personne n’est connecté.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>@info sizes: used, allowed</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) kept offline</source>
        <comment>@info</comment>
        <translation>
            <numerusform>%n fichier gardé hors ligne</numerusform>
            <numerusform>%n fichiers gardés hors ligne</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 only opened</source>
        <comment>@info a size</comment>
        <translation>%1 seulement ouverts</translation>
    </message>
    <message numerus="yes">
        <source>%n edited and not on the server yet</source>
        <comment>@info how many files</comment>
        <translation>
            <numerusform>%n modifié et pas encore sur le serveur</numerusform>
            <numerusform>%n modifiés et pas encore sur le serveur</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything here is kept offline on your wish.</source>
        <comment>@info:tooltip</comment>
        <translation>Tout ici est gardé hors ligne à votre demande.</translation>
    </message>
    <message>
        <source>Copies that were only opened are gone from this computer. The server has them.</source>
        <comment>@info</comment>
        <translation>Les copies seulement ouvertes ont quitté cet ordinateur. Le serveur les a.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PageList</name>
    <message>
        <source>Pages of the settings</source>
        <comment>accessible name of a list</comment>
        <translation>Pages des paramètres</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PasswordField</name>
    <message>
        <source>Hide password</source>
        <comment>@action:button</comment>
        <translation>Masquer le mot de passe</translation>
    </message>
    <message>
        <source>Show password</source>
        <comment>@action:button</comment>
        <translation>Afficher le mot de passe</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PathController</name>
    <message>
        <source>There is nothing called “%1” here. Check the letters, or search for it.</source>
        <translation>Il n’y a rien du nom de «&#xa0;%1&#xa0;» ici. Vérifiez les lettres ou recherchez-le.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PathField</name>
    <message>
        <source>Path</source>
        <comment>@label accessible name of the field</comment>
        <translation>Chemin</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::Preview</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <translation>Aperçu de %1</translation>
    </message>
    <message>
        <source>This is too large to be shown here.</source>
        <translation>C’est trop gros pour être affiché ici.</translation>
    </message>
    <message>
        <source>There is no preview of files of this kind.</source>
        <translation>Il n’y a pas d’aperçu pour ce type de fichier.</translation>
    </message>
    <message>
        <source>Showing this took too long.</source>
        <translation>L’affichage a pris trop de temps.</translation>
    </message>
    <message>
        <source>The file could not be read. It is safe on the server.</source>
        <translation>Le fichier n’a pas pu être lu. Il est en sûreté sur le serveur.</translation>
    </message>
    <message>
        <source>This file may be damaged, or is of an unusual kind.</source>
        <translation>Ce fichier est peut-être endommagé, ou d’un type inhabituel.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>Texte du fichier</translation>
    </message>
    <message>
        <source>Share link</source>
        <comment>@action:button</comment>
        <translation>Partager un lien</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>@action:button</comment>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open with another program (Enter)</source>
        <translation>Ouvrir avec un autre programme (Entrée)</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>Fermer l’aperçu</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>← → other files · Space closes</source>
        <translation>← → autres fichiers · Espace ferme</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>← → other files · PgUp PgDn pages · Space closes</source>
        <translation>← → autres fichiers · Pg préc. Pg suiv. pages · Espace ferme</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::PreviewController</name>
    <message>
        <source>There is no preview of files of this kind.</source>
        <translation>Il n’y a pas d’aperçu pour ce type de fichier.</translation>
    </message>
    <message>
        <source>You are offline, and this file is not on this computer. Choose Keep offline to have it here the next time.</source>
        <translation>Vous êtes hors ligne, et ce fichier n’est pas sur cet ordinateur. Choisissez Garder hors ligne pour l’avoir ici la prochaine fois.</translation>
    </message>
    <message>
        <source>This file is not on this computer.</source>
        <translation>Ce fichier n’est pas sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Fetch %1</source>
        <comment>@action:button a size</comment>
        <translation>Récupérer %1</translation>
    </message>
    <message>
        <source>Fetching the file…</source>
        <translation>Récupération du fichier…</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ProofDialog</name>
    <message>
        <source>Proof of upload</source>
        <comment>@title:window</comment>
        <translation>Preuve d’envoi</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>@action:button</comment>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <comment>@action:button</comment>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Save JSON…</source>
        <comment>@action:button the receipt, for programs</comment>
        <translation>Enregistrer en JSON…</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>@action:button</comment>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Question posée au serveur…</translation>
    </message>
    <message>
        <source>Checking… The server reads the file back before it signs. A large file takes a while; you can close this and come back.</source>
        <translation>Vérification… Le serveur relit le fichier avant de signer. Un gros fichier prend un moment&#xa0;; vous pouvez fermer ceci et revenir.</translation>
    </message>
    <message>
        <source>This copy differs from your file. Upload it again.</source>
        <translation>Cette copie diffère de votre fichier. Envoyez-le à nouveau.</translation>
    </message>
    <message>
        <source>The server&apos;s proof does not stand up to the server&apos;s own keys. Do not rely on it, and tell whoever runs the server.</source>
        <translation>La preuve du serveur ne résiste pas aux propres clés du serveur. Ne vous y fiez pas, et prévenez qui exploite le serveur.</translation>
    </message>
    <message>
        <source>There is no proof of this file: it was on the server before the server made proofs. Upload it again to get one.</source>
        <translation>Il n’y a pas de preuve de ce fichier&#xa0;: il était sur le serveur avant que celui-ci n’en fasse. Envoyez-le à nouveau pour en obtenir une.</translation>
    </message>
    <message>
        <source>There is one as soon as the file is uploaded.</source>
        <translation>Il y en a une dès que le fichier est envoyé.</translation>
    </message>
    <message>
        <source>Whoever checks it saves the server&apos;s keys once, from %1, and then types: %2</source>
        <translation>Qui la vérifie enregistre une fois les clés du serveur depuis %1, puis tape&#xa0;: %2</translation>
    </message>
    <message>
        <source>Save the proof as PDF</source>
        <comment>@title:window</comment>
        <translation>Enregistrer la preuve en PDF</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <comment>@title:window</comment>
        <translation>Enregistrer le reçu</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Enregistré sous «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>It could not be saved there. Choose another place.</source>
        <translation>Impossible d’enregistrer là. Choisissez un autre endroit.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ReportDialog</name>
    <message>
        <source>Self-check</source>
        <comment>@title:window</comment>
        <translation>Autovérification</translation>
    </message>
    <message>
        <source>Report</source>
        <comment>@label accessible name of a text</comment>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>@action:button the whole report</comment>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Save…</source>
        <comment>@action:button the report to a file</comment>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>@action:button</comment>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copied.</source>
        <comment>@info:status</comment>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <comment>@title:window</comment>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Saved.</source>
        <comment>@info:status</comment>
        <translation>Enregistré.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SearchBar</name>
    <message>
        <source>In</source>
        <comment>@action:button where to search</comment>
        <translation>Dans</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>@action:button which files to search for</comment>
        <translation>Type</translation>
    </message>
    <message>
        <source>Modified</source>
        <comment>@action:button which files to search for</comment>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>@action:button which files to search for</comment>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Only offline</source>
        <comment>@option:check files to search for</comment>
        <translation>Hors ligne seulement</translation>
    </message>
    <message>
        <source>Names, and what is in files on this computer</source>
        <comment>@info what is searched</comment>
        <translation>Noms, et contenu des fichiers de cet ordinateur</translation>
    </message>
    <message>
        <source>PDF documents</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Documents PDF</translation>
    </message>
    <message>
        <source>Text documents</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Documents texte</translation>
    </message>
    <message>
        <source>Spreadsheets</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Feuilles de calcul</translation>
    </message>
    <message>
        <source>Presentations</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Présentations</translation>
    </message>
    <message>
        <source>Images</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Images</translation>
    </message>
    <message>
        <source>Videos</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Vidéos</translation>
    </message>
    <message>
        <source>Audio</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Source code</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Code source</translation>
    </message>
    <message>
        <source>Archives</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Archives</translation>
    </message>
    <message>
        <source>Plain text</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>Any type</source>
        <comment>@item:inmenu which files to search for</comment>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>Any time</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>N’importe quand</translation>
    </message>
    <message>
        <source>Last day</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Last week</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>Dernière semaine</translation>
    </message>
    <message>
        <source>Last month</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>Dernier mois</translation>
    </message>
    <message>
        <source>Last year</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>Dernière année</translation>
    </message>
    <message>
        <source>Over a year ago</source>
        <comment>@item:inmenu when files were changed</comment>
        <translation>Il y a plus d’un an</translation>
    </message>
    <message>
        <source>Any size</source>
        <comment>@item:inmenu how large files are</comment>
        <translation>Toutes les tailles</translation>
    </message>
    <message>
        <source>Under %1</source>
        <comment>@item:inmenu how large files are</comment>
        <translation>Moins de %1</translation>
    </message>
    <message>
        <source>Over %1</source>
        <comment>@item:inmenu how large files are</comment>
        <translation>Plus de %1</translation>
    </message>
    <message>
        <source>In: All files</source>
        <comment>@item:inmenu where to search</comment>
        <translation>Dans : Tous les fichiers</translation>
    </message>
    <message>
        <source>In: %1</source>
        <comment>@item:inmenu where to search; %1 is a folder</comment>
        <translation>Dans : %1</translation>
    </message>
    <message numerus="yes">
        <source>%n or more results</source>
        <comment>@info how many were found</comment>
        <translation>
            <numerusform>%n résultat ou plus</numerusform>
            <numerusform>%n résultats ou plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <comment>@info how many were found</comment>
        <translation>
            <numerusform>%n résultat</numerusform>
            <numerusform>%n résultats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SearchField</name>
    <message>
        <source>Search</source>
        <comment>@label accessible name of the search field</comment>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <comment>@info:shortcut hint inside the empty search field</comment>
        <translation>Ctrl F</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <comment>@action:button accessible name</comment>
        <translation>Effacer la recherche</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <comment>@title:window</comment>
        <translation>Paramètres</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ShareSection</name>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n téléchargement</numerusform>
            <numerusform>%n téléchargements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more link(s)</source>
        <translation>
            <numerusform>%n autre lien</numerusform>
            <numerusform>%n autres liens</numerusform>
        </translation>
    </message>
    <message>
        <source>A file in trash cannot be shared.</source>
        <translation>Un fichier à la corbeille ne peut pas être partagé.</translation>
    </message>
    <message>
        <source>A link can be made once the file is uploaded.</source>
        <translation>Un lien pourra être créé quand le fichier sera envoyé.</translation>
    </message>
    <message>
        <source>A password has 8 to 72 characters.</source>
        <translation>Un mot de passe compte de 8 à 72 caractères.</translation>
    </message>
    <message>
        <source>Address of the link</source>
        <translation>Adresse du lien</translation>
    </message>
    <message>
        <source>Anyone with the link can download the file, without an account.</source>
        <translation>Toute personne qui a le lien peut télécharger le fichier, sans compte.</translation>
    </message>
    <message>
        <source>Anyone with the link can download the file.</source>
        <translation>Toute personne qui a le lien peut télécharger le fichier.</translation>
    </message>
    <message>
        <source>As it is</source>
        <comment>@item when a link ends</comment>
        <translation>Comme maintenant</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Comme maintenant</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>@action:button</comment>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>@action:button when a link ends, and its password</comment>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Closed while the file is in trash.</source>
        <translation>Fermé tant que le fichier est à la corbeille.</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>@action:button</comment>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Create link</source>
        <comment>@action:button</comment>
        <translation>Créer le lien</translation>
    </message>
    <message>
        <source>Ends</source>
        <comment>@label of a choice of times</comment>
        <translation>Prend fin</translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <comment>@item when a link ends</comment>
        <translation>
            <numerusform>Dans %n jour</numerusform>
            <numerusform>Dans %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Link changed.</source>
        <translation>Lien modifié.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Lien copié.</translation>
    </message>
    <message>
        <source>Link created and copied.</source>
        <translation>Lien créé et copié.</translation>
    </message>
    <message>
        <source>Link withdrawn. It opens nothing any more.</source>
        <translation>Lien retiré. Il n’ouvre plus rien.</translation>
    </message>
    <message>
        <source>Never</source>
        <comment>@item when a link ends</comment>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Password of the link</source>
        <translation>Mot de passe du lien</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>@action:button</comment>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Share link</source>
        <comment>@title of a section</comment>
        <translation>Partager un lien</translation>
    </message>
    <message>
        <source>When the link ends</source>
        <translation>Quand le lien prend fin</translation>
    </message>
    <message>
        <source>Withdraw the link</source>
        <translation>Retirer le lien</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <comment>@action:button a link, for good</comment>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>password</source>
        <comment>@info the link asks for one</comment>
        <translation>mot de passe</translation>
    </message>
    <message>
        <source>Remove the password</source>
        <comment>@option:check</comment>
        <translation>Supprimer le mot de passe</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ShortcutSheet</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Up one folder</source>
        <translation>Dossier parent</translation>
    </message>
    <message>
        <source>Go to a name</source>
        <translation>Aller à un nom</translation>
    </message>
    <message>
        <source>its first letters</source>
        <comment>what to type</comment>
        <translation>ses premières lettres</translation>
    </message>
    <message>
        <source>Extend the selection</source>
        <translation>Étendre la sélection</translation>
    </message>
    <message>
        <source>Shift and arrows</source>
        <comment>keys</comment>
        <translation>Maj et flèches</translation>
    </message>
    <message>
        <source>Context menu</source>
        <translation>Menu contextuel</translation>
    </message>
    <message>
        <source>Transfers: pause or resume</source>
        <translation>Transferts&#xa0;: suspendre ou reprendre</translation>
    </message>
    <message>
        <source>Transfers: cancel</source>
        <translation>Transferts&#xa0;: annuler</translation>
    </message>
    <message>
        <source>Transfers: retry</source>
        <translation>Transferts&#xa0;: réessayer</translation>
    </message>
    <message>
        <source>Transfers: bring to the front</source>
        <translation>Transferts&#xa0;: mettre en premier</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SideBar</name>
    <message>
        <source>Places</source>
        <comment>@label accessible name of the side bar</comment>
        <translation>Emplacements</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SignInPage</name>
    <message>
        <source>Files you keep offline stay on this disk.</source>
        <comment>@info below a choice</comment>
        <translation>Les fichiers gardés hors ligne restent sur ce disque.</translation>
    </message>
    <message>
        <source>Signs out and removes local copies when you quit.</source>
        <comment>@info below a choice</comment>
        <translation>Déconnecte et retire les copies locales à la fermeture.</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>@action:button next to the server&apos;s address</comment>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Server address</source>
        <comment>@label:textbox</comment>
        <translation>Adresse du serveur</translation>
    </message>
    <message>
        <source>Email</source>
        <comment>@label:textbox</comment>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>User name</source>
        <comment>@label:textbox</comment>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Full name (optional)</source>
        <comment>@label:textbox</comment>
        <translation>Nom complet (facultatif)</translation>
    </message>
    <message>
        <source>Password</source>
        <comment>@label:textbox</comment>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Keep me signed in on this computer</source>
        <comment>@option:radio</comment>
        <translation>Rester connecté sur cet ordinateur</translation>
    </message>
    <message>
        <source>This is a shared computer</source>
        <comment>@option:radio</comment>
        <translation>Cet ordinateur est partagé</translation>
    </message>
    <message>
        <source>Server:</source>
        <comment>@label in front of the server&apos;s address</comment>
        <translation>Serveur&#xa0;:</translation>
    </message>
    <message>
        <source>Create your account</source>
        <comment>@title</comment>
        <translation>Créer votre compte</translation>
    </message>
    <message>
        <source>Sign in to LearnLab</source>
        <comment>@title</comment>
        <translation>Se connecter à LearnLab</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <comment>@info under the password field</comment>
        <translation>Au moins %1 caractères.</translation>
    </message>
    <message>
        <source>You have an account?</source>
        <comment>@info in front of a link</comment>
        <translation>Vous avez un compte&#xa0;?</translation>
    </message>
    <message>
        <source>New to LearnLab?</source>
        <comment>@info in front of a link</comment>
        <translation>Nouveau sur LearnLab&#xa0;?</translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>@action:button</comment>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Create account</source>
        <comment>@action:button</comment>
        <translation>Créer un compte</translation>
    </message>
    <message>
        <source>Creating account…</source>
        <comment>@action:button while it works</comment>
        <translation>Création du compte…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <comment>@action:button while it works</comment>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>@action:button</comment>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Enter the address of your LearnLab server.</source>
        <comment>@info under a field</comment>
        <translation>Saisissez l’adresse de votre serveur LearnLab.</translation>
    </message>
    <message>
        <source>Enter your email address.</source>
        <comment>@info under a field</comment>
        <translation>Saisissez votre adresse de courriel.</translation>
    </message>
    <message>
        <source>Invitation code</source>
        <comment>@label:textbox</comment>
        <translation>Code d’invitation</translation>
    </message>
    <message>
        <source>New accounts are by invitation here. Enter the code that you were given.</source>
        <comment>@info under a field</comment>
        <translation>Ici, les comptes s’ouvrent sur invitation. Saisissez le code que vous avez reçu.</translation>
    </message>
    <message>
        <source>This invitation code is not valid.</source>
        <comment>@info under a field</comment>
        <translation>Ce code d’invitation n’est pas valable.</translation>
    </message>
    <message>
        <source>Choose a user name.</source>
        <comment>@info under a field</comment>
        <translation>Choisissez un nom d’utilisateur.</translation>
    </message>
    <message>
        <source>Use at least %1 characters.</source>
        <comment>@info under a field</comment>
        <translation>Utilisez au moins %1 caractères.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <comment>@info under a field</comment>
        <translation>Saisissez votre mot de passe.</translation>
    </message>
    <message>
        <source>Settings</source>
        <comment>@action:button opens the settings</comment>
        <translation>Paramètres</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::SpeedChoice</name>
    <message>
        <source>No limit</source>
        <comment>@item:inlistbox of speed</comment>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>Custom</source>
        <comment>@item:inlistbox a limit of speed of one&apos;s own</comment>
        <translation>Personnalisée</translation>
    </message>
    <message>
        <source>%1, megabytes per second</source>
        <comment>accessible name of a field, %1 is the name of the limit</comment>
        <translation>%1, mégaoctets par seconde</translation>
    </message>
    <message>
        <source> MB/s</source>
        <comment>@item:valuesuffix megabytes per second</comment>
        <translation> Mo/s</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::StatusBar</name>
    <message>
        <source>Transfers</source>
        <translation>Transferts</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <comment>time of day</comment>
        <translation>Hors ligne depuis %1</translation>
    </message>
    <message>
        <source>nothing is lost</source>
        <translation>rien n’est perdu</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Reading the list of files…</source>
        <translation>Lecture de la liste des fichiers…</translation>
    </message>
    <message>
        <source>Up to date, %1</source>
        <comment>day and time</comment>
        <translation>À jour, %1</translation>
    </message>
    <message>
        <source>safe to close the lid</source>
        <translation>vous pouvez fermer le capot</translation>
    </message>
    <message numerus="yes">
        <source>Transferring %n file(s)</source>
        <translation>
            <numerusform>Transfert de %n fichier</numerusform>
            <numerusform>Transfert de %n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) paused</source>
        <translation>
            <numerusform>%n transfert en pause</numerusform>
            <numerusform>%n transferts en pause</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n demande votre attention</numerusform>
            <numerusform>%n demandent votre attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n modification en attente</numerusform>
            <numerusform>%n modifications en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionné</numerusform>
            <numerusform>%n sélectionnés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::ThemeChoice</name>
    <message>
        <source>As the desktop</source>
        <comment>@option:radio a theme</comment>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>@option:radio a theme</comment>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>@option:radio a theme</comment>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Theme</source>
        <comment>@title:group light or dark</comment>
        <translation>Thème</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TopBar</name>
    <message>
        <source>Back</source>
        <comment>@action:button</comment>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Forward</source>
        <comment>@action:button</comment>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Search</source>
        <comment>@action:button</comment>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Sort</source>
        <comment>@action:button</comment>
        <translation>Trier</translation>
    </message>
    <message>
        <source>New folder</source>
        <comment>@action:button</comment>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>@action:button</comment>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>@item:inmenu sort by</comment>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>@item:inmenu sort by</comment>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>@item:inmenu sort by</comment>
        <translation>Type</translation>
    </message>
    <message>
        <source>Modified</source>
        <comment>@item:inmenu sort by</comment>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Ascending</source>
        <comment>@item:inmenu sort order</comment>
        <translation>Croissant</translation>
    </message>
    <message>
        <source>Descending</source>
        <comment>@item:inmenu sort order</comment>
        <translation>Décroissant</translation>
    </message>
    <message>
        <source>Files…</source>
        <comment>@item:inmenu upload</comment>
        <translation>Fichiers…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <comment>@item:inmenu upload</comment>
        <translation>Dossier…</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <comment>@action:button accessible name; %1 is a column</comment>
        <translation>Trié par %1</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransferController</name>
    <message>
        <source>Where is “%1” now?</source>
        <translation>Où se trouve maintenant «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Limite de vitesse</translation>
    </message>
    <message>
        <source>Upload at most this many MB/s (0: no limit)</source>
        <translation>Envoyer au plus autant de Mo/s (0&#xa0;: sans limite)</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransferDelegate</name>
    <message>
        <source>Cancel</source>
        <comment>a transfer</comment>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>a transfer</comment>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Resume</source>
        <comment>a transfer</comment>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>a transfer</comment>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Review</source>
        <comment>@action:link</comment>
        <translation>Examiner</translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>@action:link</comment>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Open browser</source>
        <comment>@action:link</comment>
        <translation>Ouvrir le navigateur</translation>
    </message>
    <message>
        <source>Transfer anyway</source>
        <comment>@action:link</comment>
        <translation>Transférer quand même</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <comment>@action:link</comment>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Show file</source>
        <comment>@action:link</comment>
        <translation>Montrer le fichier</translation>
    </message>
    <message>
        <source>Upload here</source>
        <comment>@action:link, into the folder that is open</comment>
        <translation>Envoyer ici</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransferTreeModel</name>
    <message>
        <source>%1 needed, %2 free on the server.</source>
        <comment>two sizes</comment>
        <translation>%1 nécessaires, %2 libres sur le serveur.</translation>
    </message>
    <message>
        <source>%1 needed, %2 free</source>
        <comment>two sizes: of a file, and on the server</comment>
        <translation>%1 nécessaires, %2 libres</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes done, bytes in all</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>In the queue</source>
        <comment>state of a transfer</comment>
        <translation>Dans la file</translation>
    </message>
    <message>
        <source>Reading…</source>
        <comment>state of a transfer</comment>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <comment>state of a transfer</comment>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>state of a transfer</comment>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>state of a transfer</comment>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>state of a transfer</comment>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>state of a transfer</comment>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place of a row in the list</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <comment>title over failed transfers</comment>
        <translation>Demande votre attention</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n file(s)</source>
        <comment>transfers that are done, of all of a group</comment>
        <translation>
            <numerusform>%1 sur %n fichier</numerusform>
            <numerusform>%1 sur %n fichiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransfersPage</name>
    <message>
        <source>Transfers</source>
        <comment>@title page of the settings</comment>
        <translation>Transferts</translation>
    </message>
    <message>
        <source>Upload at most</source>
        <comment>@label of a limit of speed</comment>
        <translation>Envoyer au plus à</translation>
    </message>
    <message>
        <source>Download at most</source>
        <comment>@label of a limit of speed</comment>
        <translation>Télécharger au plus à</translation>
    </message>
    <message>
        <source>Speed</source>
        <comment>@title:group of settings</comment>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>All uploads together. What is under way follows at once.</source>
        <comment>@info below a limit of speed</comment>
        <translation>Tous les envois ensemble. Ceux en cours suivent aussitôt.</translation>
    </message>
    <message>
        <source>All downloads together.</source>
        <comment>@info below a limit of speed</comment>
        <translation>Tous les téléchargements ensemble.</translation>
    </message>
    <message>
        <source>Network</source>
        <comment>@title:group of settings</comment>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Transfer over metered networks</source>
        <comment>@option:check</comment>
        <translation>Transférer sur les réseaux limités</translation>
    </message>
    <message>
        <source>A phone&apos;s hotspot, for example. Otherwise transfers wait there until you let them go on.</source>
        <comment>@info below the check box about metered networks</comment>
        <translation>Le partage de connexion d’un téléphone, par exemple. Sinon les transferts y attendent que vous les laissiez continuer.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TransfersPanel</name>
    <message>
        <source>Active</source>
        <comment>tab of the transfers</comment>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>tab of the transfers</comment>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>tab of the transfers</comment>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>tab of the transfers</comment>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Transfers</source>
        <comment>title of the panel</comment>
        <translation>Transferts</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Limite de vitesse</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Tout suspendre</translation>
    </message>
    <message>
        <source>Pause or resume all</source>
        <translation>Tout suspendre ou reprendre</translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>finished transfers</comment>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Close transfers</source>
        <translation>Fermer les transferts</translation>
    </message>
    <message>
        <source>Upload speed limit</source>
        <comment>@title:menu</comment>
        <translation>Limite de vitesse d’envoi</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>Custom…</source>
        <comment>a limit of speed</comment>
        <translation>Autre…</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <comment>%1 is a speed</comment>
        <translation>Limite&#xa0;: %1</translation>
    </message>
    <message>
        <source>Upload speed limit: %1</source>
        <translation>Limite de vitesse d’envoi&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing is being transferred</source>
        <translation>Rien n’est en cours de transfert</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Rien n’attend</translation>
    </message>
    <message>
        <source>Nothing went wrong</source>
        <translation>Rien ne s’est mal passé</translation>
    </message>
    <message>
        <source>Finished transfers appear here</source>
        <translation>Les transferts terminés apparaissent ici</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferts</translation>
    </message>
    <message>
        <source>Space pauses or resumes, Delete cancels, R retries, F brings to the front</source>
        <translation>Espace suspend ou reprend, Suppr annule, R réessaie, F met en premier</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n transfer(s)</source>
        <comment>tab</comment>
        <translation>
            <numerusform>%1, %n transfert</numerusform>
            <numerusform>%1, %n transferts</numerusform>
        </translation>
    </message>
    <message>
        <source>Safe to close the lid</source>
        <translation>Vous pouvez fermer le capot</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Tout reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>a transfer</comment>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Resume</source>
        <comment>a transfer</comment>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>a transfer</comment>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Bring to the front</source>
        <comment>a transfer</comment>
        <translation>Mettre en premier</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Montrer dans son dossier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>a transfer</comment>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TrashBar</name>
    <message>
        <source>The server deletes for good what has been here for long.</source>
        <comment>@info above the trash</comment>
        <translation>Le serveur supprime définitivement ce qui est ici depuis longtemps.</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::TrashController</name>
    <message>
        <source>Delete “%1” permanently?</source>
        <translation>Supprimer définitivement «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n item(s) permanently?</source>
        <translation>
            <numerusform>Supprimer définitivement %n élément ?</numerusform>
            <numerusform>Supprimer définitivement %n éléments&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <comment>@action:button</comment>
        <translation>Supprimer définitivement</translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n item(s) in the trash permanently?</source>
        <translation>
            <numerusform>Supprimer définitivement l’élément (%n) de la corbeille ?</numerusform>
            <numerusform>Supprimer définitivement les %n éléments de la corbeille&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty trash</source>
        <comment>@action:button</comment>
        <translation>Vider la corbeille</translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message>
        <source>This cannot be undone. A folder goes with everything that is in it.</source>
        <translation>Cette action est irréversible. Un dossier part avec tout ce qu’il contient.</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n item(s) permanently.</source>
        <translation>
            <numerusform>%n élément supprimé définitivement.</numerusform>
            <numerusform>%n éléments supprimés définitivement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be deleted.</source>
        <translation>
            <numerusform>%n élément n’a pas pu être supprimé.</numerusform>
            <numerusform>%n éléments n’ont pas pu être supprimés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learnlab::ui::Tray</name>
    <message numerus="yes">
        <source>%n item(s) need attention</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>
            <numerusform>%n élément demande votre attention</numerusform>
            <numerusform>%n éléments demandent votre attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) under way, %1 %</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>
            <numerusform>%n fichier en route, %1 %</numerusform>
            <numerusform>%n fichiers en route, %1 %</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>Hors ligne</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>
            <numerusform>%n fichier en attente</numerusform>
            <numerusform>%n fichiers en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Up to date</source>
        <comment>@info:tooltip of the icon in the tray</comment>
        <translation>À jour</translation>
    </message>
    <message>
        <source>Open LearnLab</source>
        <comment>@action:inmenu of the icon in the tray</comment>
        <translation>Ouvrir LearnLab</translation>
    </message>
    <message>
        <source>Quit</source>
        <comment>@action:inmenu of the icon in the tray</comment>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Pause all</source>
        <comment>@action:inmenu of the icon in the tray</comment>
        <translation>Tout suspendre</translation>
    </message>
    <message>
        <source>Resume all</source>
        <comment>@action:inmenu of the icon in the tray</comment>
        <translation>Tout reprendre</translation>
    </message>
</context>
<context>
    <name>learnlab::ui::UploadQuestion</name>
    <message>
        <source>Upload</source>
        <translation>Envoyer</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n folder(s).</source>
        <comment>%1 is a size</comment>
        <translation>
            <numerusform>%1 dans %n dossier.</numerusform>
            <numerusform>%1 dans %n dossiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is room for %1 on the server. What does not fit stays safe on this computer.</source>
        <translation>Il y a de la place pour %1 sur le serveur. Ce qui n’entre pas reste en sûreté sur cet ordinateur.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) cannot be used on Windows, first “%1”.</source>
        <translation>
            <numerusform>%n nom ne peut pas être utilisé sous Windows, d’abord « %1 ».</numerusform>
            <numerusform>%n noms ne peuvent pas être utilisés sous Windows, d’abord «&#xa0;%1&#xa0;».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) cannot be uploaded, first “%1”.</source>
        <translation>
            <numerusform>%n élément ne peut pas être envoyé, d’abord « %1 ».</numerusform>
            <numerusform>%n éléments ne peuvent pas être envoyés, d’abord «&#xa0;%1&#xa0;».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names are there already, first “%1”. The same content is not sent again; where it differs:</source>
        <translation>
            <numerusform>%n fichier de ce nom est déjà là, d’abord « %1 ». Le même contenu n’est pas renvoyé ; là où il diffère :</numerusform>
            <numerusform>%n fichiers de ces noms sont déjà là, d’abord «&#xa0;%1&#xa0;». Le même contenu n’est pas renvoyé&#xa0;; là où il diffère&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep both: yours get a new name</source>
        <translation>Garder les deux&#xa0;: les vôtres prennent un nouveau nom</translation>
    </message>
    <message>
        <source>Replace: the server&apos;s copies go to the trash</source>
        <translation>Remplacer&#xa0;: les copies du serveur vont à la corbeille</translation>
    </message>
    <message>
        <source>Ask me for each</source>
        <translation>Me demander pour chacun</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Upload what fits</source>
        <translation>Envoyer ce qui entre</translation>
    </message>
    <message numerus="yes">
        <source>Upload %Ln file(s) to “%1”?</source>
        <translation>
            <numerusform>Envoyer %Ln fichier vers « %1 » ?</numerusform>
            <numerusform>Envoyer %Ln fichiers vers «&#xa0;%1&#xa0;»&#xa0;?</numerusform>
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
        <translation>Grille</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Files are being transferred</source>
        <translation>Des fichiers sont en cours de transfert</translation>
    </message>
    <message>
        <source>Your files on a LearnLab server, also without a network.</source>
        <translation>Vos fichiers sur un serveur LearnLab, même sans réseau.</translation>
    </message>
    <message>
        <source>Keep everything in this folder.</source>
        <translation>Tout garder dans ce dossier.</translation>
    </message>
    <message>
        <source>The address shown on the sign-in page.</source>
        <translation>L’adresse affichée sur la page de connexion.</translation>
    </message>
    <message>
        <source>Trust the certificate authorities in this PEM file.</source>
        <translation>Faire confiance aux autorités de certification de ce fichier PEM.</translation>
    </message>
    <message>
        <source>Upload these files and folders, or show what a learnlab: link leads to.</source>
        <translation>Envoyer ces fichiers et dossiers, ou montrer où mène un lien learnlab:.</translation>
    </message>
</context>
</TS>
