"""A speech server for Orca that speaks to nobody: it writes what would be spoken, a line each, into the file SPOKEN.

Orca finds it by its settings (`speechServerFactory`) and on PYTHONPATH.
"""

import os

from orca import speechserver


class SpeechServer(speechserver.SpeechServer):
    _only = None

    @staticmethod
    def getFactoryName():
        return "Written"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        SpeechServer._only = SpeechServer._only or SpeechServer()
        return SpeechServer._only

    @staticmethod
    def shutdownActiveServers():
        pass

    def getInfo(self):
        return ["Written", "written"]

    def getVoiceFamilies(self):
        return [speechserver.VoiceFamily({"name": "written", "lang": "en", "dialect": "GB"})]

    def isSpeaking(self):
        return False

    def speak(self, text=None, acss=None, interrupt=True):
        words = " ".join(str(text or "").replace("\u200b", "").split())
        if words:
            with open(os.environ["SPOKEN"], "a", encoding="utf-8") as spoken:
                spoken.write(f"{words}\n")

    def speakCharacter(self, character, acss=None):
        self.speak(character)

    def sayAll(self, utteranceIterator, progressCallback):
        for context, _ in utteranceIterator:
            self.speak(context.utterance)
            progressCallback(context, speechserver.SayAllContext.COMPLETED)

    # The same, as Orca 47 and later call it.
    @staticmethod
    def get_speech_server(info=None):
        return SpeechServer.getSpeechServer(info)

    get_info = getInfo
    speak_character = speakCharacter
    say_all = sayAll

    def speak_key_event(self, event, acss=None):
        pass

    def list_output_modules(self):
        return ["written"]
