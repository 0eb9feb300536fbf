apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: ${object.name}
  namespace: ${object.namespace}
  annotations:
    argocd.argoproj.io/sync-wave: ${wave}
spec:
  goTemplate: true
  goTemplateOptions:
  - missingkey=error
  generators:
  - list:
      elements:
<#list elements as element>
      - name: ${element.name}
        project: ${element.project}
        repoURL: ${element.repoURL}
        revision: ${element.revision}
        path: ${element.path}
        server: ${element.server}
        cluster: ${element.cluster}
        automated: ${element.automated}
        prune: ${element.prune}
        selfHeal: ${element.selfHeal}
</#list>
  syncPolicy:
    preserveResourcesOnDeletion: true
  template:
    metadata:
      name: "{{ .name }}"
      annotations:
        argocd.argoproj.io/sync-wave: ${wave}
    spec:
      project: "{{ .project }}"
      source:
        repoURL: "{{ .repoURL }}"
        targetRevision: "{{ .revision }}"
        path: "{{ .path }}"
      destination:
        server: "{{ .server }}"
        name: "{{ .cluster }}"
      syncPolicy:
        syncOptions:
<#list syncOptions as option>
        - ${option}
</#list>
  templatePatch: |
    {{- if .automated }}
    spec:
      syncPolicy:
        automated:
          prune: {{ .prune }}
          selfHeal: {{ .selfHeal }}
    {{- end }}
