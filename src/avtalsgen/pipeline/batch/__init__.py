"""Many things at once: items and a job in, outcomes out, the same whoever does the work.

job.py       what is done to an item             jobs/       each command's
crew.py      who does it, as the user said       executors/  here, in processes, on a cluster
running.py   items to outcomes, lost workers     task.py     what a worker is given, and answers
chunks.py    how many items go together          carried/    a workspace on its way to others
"""
