# missions
